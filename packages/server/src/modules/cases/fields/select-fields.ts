import { sql, type RawBuilder } from 'kysely';
import type { CaseField, listCaseFields } from '@zhiheng/contract/cases/fields';
import type { Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** The organisation's own fields in their order. `condition` speaks of `f`. */
export async function selectFields({ db, orgId }: Scope, condition?: RawBuilder<unknown>): Promise<CaseField[]> {
  const { rows } = await fieldsOf(orgId, condition).execute(db);
  return rows;
}

/** The statement alone, for one that asks more. */
export const fieldsOf = (orgId: string, condition: RawBuilder<unknown> = sql`true`): RawBuilder<CaseField> => sql`
  select f.id, f.code, f.name, f.help, f.kind, f.types, f.options, f.required, f.position, f.listed, f.retired
  from case_field f where f.org_id = ${orgId} and ${condition} order by f.retired, f.position, f.code`;

export const listFields = async (operation: Operation): Promise<Reply<typeof listCaseFields>> => ({ items: await selectFields(operation) });

export async function readField(scope: Scope, id: string): Promise<CaseField> {
  const [field] = await selectFields(scope, sql`f.id = ${id}`);
  if (field === undefined) throw notFound('case_field');
  return field;
}
