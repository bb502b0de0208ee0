import type { createIndicator } from '@zhiheng/contract/measurement/indicators';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

type Wanted = Required<
  Pick<Parsed<typeof createIndicator>['body'], 'code' | 'name' | 'definition' | 'dimension' | 'measure' | 'unit' | 'decimals' | 'direction'>
>;

/** Makes an indicator that a module writes by itself, unless it is there already. Throws a conflict when its code measures something else. */
export async function ensureIndicator(operation: Operation, { code, measure, ...wanted }: Wanted): Promise<void> {
  const { db, orgId, now } = operation;
  const id = newId();
  const row = {
    ...{ org_id: orgId, id, code, measure, decimals: wanted.decimals, unit: wanted.unit, direction: wanted.direction },
    ...{ name: JSON.stringify(wanted.name), definition: JSON.stringify(wanted.definition), dimension: wanted.dimension },
    ...{ perspective: 'technical', aggregate: 'mean', period: 'month', updated_at: now },
  };
  const made = await db
    .insertInto('indicator')
    .values(row)
    .onConflict((clash) => clash.constraint('indicator_code_taken').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) {
    const data = { code, name: wanted.name, measure, limits: null };
    return recordEvent(operation, { type: 'indicator.created', entity: { kind: 'indicator', id, label: wanted.name.zh }, data });
  }
  const standing = await db
    .selectFrom('indicator')
    .select(['measure', 'unit'])
    .where('org_id', '=', orgId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  if (standing.measure !== measure || standing.unit !== wanted.unit) throw conflict('indicator_measures_otherwise', { code });
}
