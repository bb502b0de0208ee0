import type { Collection } from '@zhiheng/contract/measurement/collections';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { loadIndicators } from '../load-indicators.ts';

type Fields = Pick<Collection, 'indicators' | 'subjectIds' | 'ownerId'>;

/** Refuses indicators that nobody can enter, subjects that are not there, and an owner who cannot act; all at once. */
export async function checkCollection(operation: Operation, fields: Fields): Promise<void> {
  const errors = [
    ...(await indicatorErrors(operation, fields)),
    ...(await subjectErrors(operation, fields)),
    ...(await ownerErrors(operation, fields)),
  ];
  if (errors.length > 0) throw invalid(errors);
}

interface FieldError {
  readonly path: string;
  readonly code: string;
}

const repeated = (list: readonly string[], path: string): FieldError[] =>
  list.flatMap((item, index) => (list.indexOf(item) < index ? [{ path: `${path}.${index}`, code: 'named_twice' }] : []));

async function indicatorErrors(operation: Operation, { indicators }: Fields): Promise<FieldError[]> {
  const measures = new Map((await loadIndicators(operation)).map(({ code, measure }) => [code, measure]));
  const unfit = indicators.flatMap((code, index) => {
    const measure = measures.get(code);
    if (measure === undefined) return [{ path: `indicators.${index}`, code: 'unknown_indicator' }];
    return measure === 'formula' ? [{ path: `indicators.${index}`, code: 'formula_indicator' }] : [];
  });
  return [...unfit, ...repeated(indicators, 'indicators')];
}

async function subjectErrors({ db, orgId }: Operation, { subjectIds }: Fields): Promise<FieldError[]> {
  const rows = await db.selectFrom('subject').select('id').where('org_id', '=', orgId).where('id', 'in', subjectIds).execute();
  const known = new Set(rows.map(({ id }) => id));
  const unknown = subjectIds.flatMap((id, index) => (known.has(id) ? [] : [{ path: `subjectIds.${index}`, code: 'unknown_subject' }]));
  return [...unknown, ...repeated(subjectIds, 'subjectIds')];
}

async function ownerErrors({ db, orgId }: Operation, { ownerId }: Fields): Promise<FieldError[]> {
  if (ownerId === null) return [];
  const owner = await db
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return owner === undefined ? [{ path: 'ownerId', code: 'unknown_owner' }] : [];
}
