import { addToBucket, bucketOf } from '@zhiheng/stats/histogram';
import type { BucketClock } from './bucket-clock.rules.ts';
import { limitsAt, type IndicatorRecord, type LimitsRecord } from './load-indicators.ts';
import { scaleOf } from './values.rules.ts';

export type Grain = 'hour' | 'day' | 'month';
export const grains = ['hour', 'day', 'month'] as const satisfies readonly Grain[];

/** One stored observation, in stored units. */
export interface Fact {
  readonly indicator: IndicatorRecord;
  readonly subjectId: string;
  /** epoch milliseconds */
  readonly at: number;
  readonly value: number;
  readonly n: number;
}

/** Sums of one indicator, subject, grain, bucket and version of the limits. They add; a correction subtracts. */
export interface RollupRow {
  readonly indicatorId: string;
  readonly subjectId: string;
  readonly grain: Grain;
  readonly bucket: number;
  readonly limitsVersion: number;
  n: number;
  nOk: number;
  total: number | bigint;
  squares: number | bigint;
  low: number | null;
  high: number | null;
  readonly histogram: Map<number, number>;
  /** extremes may belong to a value that is gone: they must be taken from the raw rows again */
  stale: boolean;
}

/** Sum of integers without rounding: doubles while they hold it exactly, big integers beyond. */
export function addExactly(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

function timesExactly(a: number, b: number): number | bigint {
  const product = a * b;
  return Number.isSafeInteger(product) ? product : BigInt(a) * BigInt(b);
}

/** Whether one value meets the target of its day, by the direction; without a target nothing is known to meet it. */
export function meetsTarget(indicator: IndicatorRecord, limits: LimitsRecord | null, stored: number): boolean {
  if (limits === null || limits.target === null) return false;
  const scale = scaleOf(indicator);
  const target = limits.target * scale;
  switch (indicator.direction) {
    case 'lower':
      return stored <= target;
    case 'higher':
      return stored >= target;
    case 'nominal':
      return Math.abs(stored - target) <= (limits.warning ?? 0) * scale;
    default:
      throw new RangeError(indicator.direction satisfies never);
  }
}

/** Adds observations up per hour, day and month of a zone. Order does not matter. */
export class RollupSums {
  readonly #series = new Map<string, Map<string, Series>>();

  constructor(readonly clock: BucketClock) {}

  /** `sign` −1 takes an observation out again. */
  add(fact: Fact, sign: 1 | -1 = 1): void {
    const buckets = this.clock.at(fact.at);
    const limits = limitsAt(fact.indicator, buckets.date);
    const share = fact.indicator.measure === 'share';
    const ok = share ? fact.value : meetsTarget(fact.indicator, limits, fact.value) ? fact.n : 0;
    const series = this.#seriesOf(fact);
    for (const grain of grains) {
      const row = rowAt(series, grain, { fact, bucket: buckets[grain], limitsVersion: limits?.version ?? 0 });
      row.n += sign * fact.n;
      row.nOk += sign * ok;
      row.total = addExactly(row.total, sign * (share ? fact.value : fact.value * fact.n));
      if (!share) addShape(row, fact, sign);
    }
  }

  rows(): RollupRow[] {
    const series = [...this.#series.values()].flatMap((subjects) => [...subjects.values()]);
    return series.flatMap((one) => grains.flatMap((grain) => [...one[grain].values()]));
  }

  #seriesOf(fact: Fact): Series {
    const subjects = this.#series.get(fact.indicator.id) ?? new Map<string, Series>();
    const series = subjects.get(fact.subjectId) ?? { hour: new Map(), day: new Map(), month: new Map() };
    this.#series.set(fact.indicator.id, subjects);
    subjects.set(fact.subjectId, series);
    return series;
  }
}

/** Rows of one indicator and subject, by bucket and version of the limits in one number: buckets are whole seconds. */
type Series = Record<Grain, Map<number, RollupRow>>;

function rowAt(series: Series, grain: Grain, at: { fact: Fact; bucket: number; limitsVersion: number }): RollupRow {
  const { fact, bucket, limitsVersion } = at;
  const known = series[grain].get(bucket + limitsVersion);
  if (known !== undefined) return known;
  const zero = { n: 0, nOk: 0, total: 0, squares: 0, low: null, high: null, stale: false };
  const row: RollupRow = {
    indicatorId: fact.indicator.id,
    subjectId: fact.subjectId,
    grain,
    bucket,
    limitsVersion,
    ...zero,
    histogram: new Map(),
  };
  series[grain].set(bucket + limitsVersion, row);
  return row;
}

/** A share has no distribution; everything else keeps squares, extremes and histogram. */
function addShape(row: RollupRow, fact: Fact, sign: 1 | -1): void {
  row.squares = addExactly(row.squares, timesExactly(fact.value * sign * fact.n, fact.value));
  addToBucket(row.histogram, bucketOf(fact.value), sign * fact.n);
  if (sign < 0) row.stale = true;
  else widen(row, fact.value, fact.value);
}

/** Takes further extremes into a row. */
export function widen(row: { low: number | null; high: number | null }, low: number | null, high: number | null): void {
  if (low !== null && (row.low === null || low < row.low)) row.low = low;
  if (high !== null && (row.high === null || high > row.high)) row.high = high;
}
