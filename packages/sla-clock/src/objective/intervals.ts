import type { Instant, Interval } from '../calendar/calendar.ts';
import { unite } from '../calendar/wall-hours.ts';

/**
 * The same time as an ordered list without overlaps; intervals that touch become one, empty ones vanish.
 * @throws RangeError for an interval that ends before it begins
 * @example mergeIntervals([{ from: 60, to: 120 }, { from: 0, to: 60 }, { from: 300, to: 300 }]) // [{ from: 0, to: 120 }]
 */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  if (intervals.some(({ from, to }) => !(from <= to))) throw new RangeError('an interval ends after it begins');
  return unite(intervals.filter(({ from, to }) => from < to));
}

/**
 * All time outside merged intervals; it begins at −∞ and ends at ∞.
 * @example outsideOf([{ from: 0, to: 60 }]) // [{ from: -Infinity, to: 0 }, { from: 60, to: Infinity }]
 */
export function outsideOf(merged: readonly Interval[]): Interval[] {
  const begins = [-Infinity, ...merged.map(({ to }) => to)];
  const ends = [...merged.map(({ from }) => from), Infinity];
  return begins.map((from, gap) => ({ from, to: ends[gap]! }));
}

/**
 * Whether an instant lies in one of merged intervals.
 * @example isWithin([{ from: 0, to: 60 }], 59) // true
 * @example isWithin([{ from: 0, to: 60 }], 60) // false
 */
export function isWithin(merged: readonly Interval[], at: Instant): boolean {
  let [low, high] = [0, merged.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (merged[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  const candidate = merged[low];
  return candidate !== undefined && candidate.from <= at;
}
