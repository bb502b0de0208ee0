import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Evidence } from './evidence.ts';
import { firstNotBefore } from './series.ts';

/** How much of the promised time was measured. Time not measured is not good time: it is missing, and shown. */
export interface Coverage {
  /** slices that were promised and not excluded */
  readonly expected: number;
  readonly measured: number;
  /** measured ÷ expected; null when nothing was expected */
  readonly share: number | null;
}

/**
 * Coverage of an interval. A slice belongs to the interval in which it starts; it is not expected when it lies in uncovered time
 * from end to end, and measured when it holds a reading.
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * const evidence = gatherEvidence(objective, [{ at: 0, good: 48, total: 50 }, { at: 60, good: 40, total: 50 }]);
 * coverageOf(evidence, { from: 0, to: 240 }) // { expected: 4, measured: 2, share: 0.5 }
 */
export function coverageOf({ objective, uncovered, measuredSlices }: Evidence, { from, to }: Interval): Coverage {
  const expected = promisedSlices(uncovered, { from, to }, objective.method.slice);
  const measured = Math.max(0, firstNotBefore(measuredSlices, to) - firstNotBefore(measuredSlices, from));
  return { expected, measured, share: expected === 0 ? null : measured / expected };
}

/**
 * How many slices start in an interval and do not lie in uncovered time from end to end.
 * @example promisedSlices([{ from: 60, to: 170 }], { from: 0, to: 240 }, 60) // 3
 */
export function promisedSlices(uncovered: readonly Interval[], { from, to }: Interval, slice: number): number {
  if (!(from < to)) return 0;
  const [first, end] = [Math.ceil(from / slice), Math.ceil(to / slice)];
  const left = uncovered.reduce((sum, gap) => {
    const firstWithin = Math.ceil(Math.max(gap.from, from) / slice);
    const endWithin = Math.min(Math.floor(gap.to / slice), end);
    return sum + Math.max(0, endWithin - firstWithin);
  }, 0);
  return end - first - left;
}

/**
 * The last instant at which a slice ended: younger slices are still open and not judged.
 * @example lastSliceEnd(170, 60) // 120
 */
export function lastSliceEnd(now: Instant, slice: number): Instant {
  return Math.floor(now / slice) * slice;
}
