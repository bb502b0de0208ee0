import { flawsOfLimits, flawsOfShape, type IndicatorShape, type LimitFigures } from '@zhiheng/contract/measurement/check-indicator';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { invalid, invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** What may change in the life of an indicator. */
export type IndicatorFields = Omit<
  Indicator,
  'id' | 'code' | 'measure' | 'decimals' | 'ownerName' | 'limits' | 'benchmarks' | 'version' | 'updatedAt'
>;

export const rowOf = (fields: IndicatorFields) => ({
  name: JSON.stringify(fields.name),
  definition: JSON.stringify(fields.definition),
  dimension: fields.dimension,
  perspective: fields.perspective,
  unit: fields.unit,
  direction: fields.direction,
  aggregate: fields.aggregate,
  period: fields.period,
  formula: fields.formula,
  plausible_min: fields.plausibleMin,
  plausible_max: fields.plausibleMax,
  source: fields.source,
  target_source: fields.targetSource === null ? null : JSON.stringify(fields.targetSource),
  counted_from: fields.countedFrom === null ? null : JSON.stringify(fields.countedFrom),
  owner_id: fields.ownerId,
});

export function demandShape(shape: IndicatorShape): void {
  const flaws = flawsOfShape(shape).map(([path, code]) => ({ path, code }));
  if (flaws.length > 0) throw invalid(flaws);
}

/** `prefix` names where the limits stand in the body: `limits.` or nothing. */
export function demandLimits(of: Pick<IndicatorShape, 'measure' | 'direction'>, limits: LimitFigures, prefix = ''): void {
  const { measure, direction } = of;
  const flaws = flawsOfLimits({ measure, direction, ...limits }).map(([field, code]) => ({ path: `${prefix}${field}`, code }));
  if (flaws.length > 0) throw invalid(flaws);
}

export async function demandOwner({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const owner = await db
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (owner === undefined) throw invalidField('ownerId', 'unknown_account');
}
