import { sql } from 'kysely';
import type { Aggregate, Direction, Measure, Period } from '@zhiheng/contract/measurement/indicator';
import type { CountedFrom } from '@zhiheng/contract/measurement/counted-from';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../platform/operation.ts';

export interface LimitsRecord {
  readonly version: number;
  /** calendar day in the organisation's zone */
  readonly validFrom: string;
  readonly target: number | null;
  readonly warning: number | null;
  readonly critical: number | null;
}

/** An indicator as the arithmetic needs it. */
export interface IndicatorRecord {
  readonly id: string;
  readonly code: string;
  readonly name: LocalText;
  readonly measure: Measure;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: Direction;
  readonly aggregate: Aggregate;
  readonly period: Period;
  readonly formula: string | null;
  readonly plausibleMin: number | null;
  readonly plausibleMax: number | null;
  readonly countedFrom: CountedFrom | null;
  /** ascending by day */
  readonly limits: readonly LimitsRecord[];
}

/** All indicators; those in the trash only when asked, for arithmetic that must not lose their figures. */
export async function loadIndicators(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  { withTrash = false } = {},
): Promise<IndicatorRecord[]> {
  const { rows } = await sql<IndicatorRecord>`
    select i.id, i.code, i.name, i.measure, i.unit, i.decimals, i.direction, i.aggregate, i.period, i.formula,
      i.plausible_min as "plausibleMin", i.plausible_max as "plausibleMax", i.counted_from as "countedFrom", coalesce(l.versions, '[]'::jsonb) as limits
    from indicator i
    left join (
      select indicator_id, jsonb_agg(jsonb_build_object('version', version, 'validFrom', valid_from,
        'target', target, 'warning', warning, 'critical', critical) order by valid_from) as versions
      from indicator_limits where org_id = ${orgId} group by indicator_id
    ) l on l.indicator_id = i.id
    where i.org_id = ${orgId} and (i.deleted_at is null or ${withTrash})
    order by i.code`.execute(db);
  return rows;
}

/** Limits in force on a day (`2026-11-21`); before the first version, the first one holds. */
export function limitsAt(indicator: Pick<IndicatorRecord, 'limits'>, day: string): LimitsRecord | null {
  return indicator.limits.findLast((limits) => limits.validFrom <= day) ?? indicator.limits[0] ?? null;
}
