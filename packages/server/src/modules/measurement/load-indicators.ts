import type { Aggregate, Direction, Measure, Period } from '@zhiheng/contract/measurement/indicator';
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
  /** ascending by day */
  readonly limits: readonly LimitsRecord[];
}

/** All indicators that are not in the trash. */
export async function loadIndicators(_operation: Pick<Operation, 'db' | 'orgId'>): Promise<IndicatorRecord[]> {
  throw new Error('being written');
}

/** Limits in force on a day (`2026-11-21`); before the first version, the first one holds. */
export function limitsAt(indicator: Pick<IndicatorRecord, 'limits'>, day: string): LimitsRecord | null {
  return indicator.limits.findLast((limits) => limits.validFrom <= day) ?? indicator.limits[0] ?? null;
}
