import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Reading } from './objective.ts';

/** How many there were and how many of them were good. */
export interface Count {
  readonly good: number;
  readonly total: number;
}

/** Counts in order of time, cumulated: entry i of `good` and `total` is the sum before the i-th instant, the last one the sum of all. */
export interface Series {
  readonly at: Float64Array;
  readonly good: Float64Array;
  readonly total: Float64Array;
}

/**
 * Cumulates readings in order of time, so that the counts of any stretch of it cost two binary searches.
 * @example seriesOf([{ at: 0, good: 3, total: 3 }, { at: 60, good: 1, total: 2 }]) // { at: [0, 60], good: [0, 3, 4], total: [0, 3, 5] }
 */
export function seriesOf(readings: readonly Reading[]): Series {
  const at = Float64Array.from(readings, (reading) => reading.at);
  const good = new Float64Array(at.length + 1);
  const total = new Float64Array(at.length + 1);
  for (let i = 0; i < at.length; i++) {
    good[i + 1] = good[i]! + readings[i]!.good;
    total[i + 1] = total[i]! + readings[i]!.total;
  }
  return { at, good, total };
}

/**
 * What was counted in an interval.
 * @example countWithin(seriesOf([{ at: 0, good: 3, total: 3 }, { at: 60, good: 1, total: 2 }]), { from: 0, to: 60 }) // { good: 3, total: 3 }
 */
export function countWithin({ at, good, total }: Series, { from, to }: Interval): Count {
  const first = firstNotBefore(at, from);
  const end = Math.max(first, firstNotBefore(at, to));
  return { good: good[end]! - good[first]!, total: total[end]! - total[first]! };
}

/**
 * Index of the first of ascending instants that is not before `instant`; their number when all are.
 * @example firstNotBefore(Float64Array.of(0, 60, 120), 60) // 1
 */
export function firstNotBefore(ascending: Float64Array, instant: Instant): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
