import type { Instant, Interval } from '../calendar/calendar.ts';
import { exclusionsKnownAt, type Exclusion } from './exclusion.ts';
import { isWithin, mergeIntervals, outsideOf } from './intervals.ts';
import { requireObjective, requireReading, type ByTimeSlices, type Objective, type Reading } from './objective.ts';
import { seriesOf, type Series } from './series.ts';

/** All that is known about an objective, ready for questions about any window. */
export interface Evidence {
  readonly objective: Objective;
  /** what counts: occurrences, or slices judged good (1 of 1) or bad (0 of 1) */
  readonly counted: Series;
  /** the same, had nothing been excluded */
  readonly withoutExclusions: Series;
  /** starts of the slices that hold a reading */
  readonly measuredSlices: Float64Array;
  /** time the promise does not cover: exclusions, and what lies outside agreed time */
  readonly uncovered: readonly Interval[];
}

/** What besides the readings decides about them. */
export interface EvidenceTerms {
  readonly exclusions?: readonly Exclusion[];
  /** only exclusions entered by then count; all of them when absent */
  readonly knownAt?: Instant;
  /** when the service is promised at all, such as opening hours; always when absent. It must reach over all windows asked for. */
  readonly agreedTime?: readonly Interval[];
}

/**
 * Puts readings, given in any order, into the form that answers questions. A reading within uncovered time is left out of good and
 * total. Several readings of one instant add up. Cost: sorting.
 * @throws RangeError for an objective or reading that cannot be judged, or an exclusion without reason or approver
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * gatherEvidence(objective, [{ at: 60, good: 1, total: 2 }, { at: 0, good: 3, total: 3 }]).counted // { at: [0, 60], good: [0, 3, 4], total: [0, 3, 5] }
 */
export function gatherEvidence(objective: Objective, readings: readonly Reading[], terms: EvidenceTerms = {}): Evidence {
  requireObjective(objective);
  for (const reading of readings) requireReading(reading);
  const unpromised = terms.agreedTime === undefined ? [] : outsideOf(mergeIntervals(terms.agreedTime));
  const excluded = exclusionsKnownAt(terms.exclusions ?? [], terms.knownAt ?? Infinity);
  const uncovered = mergeIntervals([...unpromised, ...excluded]);
  const promised = readings.filter(({ at }) => !isWithin(unpromised, at));
  const counted = promised.filter(({ at }) => !isWithin(uncovered, at));
  return {
    objective,
    counted: seriesFor(objective, counted),
    withoutExclusions: seriesFor(objective, promised),
    measuredSlices: slicesOf(counted, objective.method.slice),
    uncovered,
  };
}

function seriesFor({ method }: Objective, readings: readonly Reading[]): Series {
  return seriesOf(method.kind === 'occurrences' ? readings : judgeSlices(readings, method));
}

/** One reading per slice with occurrences: 1 of 1 when the slice reaches its target, else 0 of 1. */
function judgeSlices(readings: readonly Reading[], { slice, sliceTarget }: ByTimeSlices): Reading[] {
  const slices = new Map<Instant, { good: number; total: number }>();
  for (const { at, good, total } of readings) {
    const start = sliceStart(at, slice);
    const sum = slices.get(start) ?? { good: 0, total: 0 };
    slices.set(start, { good: sum.good + good, total: sum.total + total });
  }
  return [...slices]
    .filter(([, { total }]) => total > 0)
    .map(([at, { good, total }]) => ({ at, good: good / total >= sliceTarget ? 1 : 0, total: 1 }));
}

function slicesOf(readings: readonly Reading[], slice: number): Float64Array {
  return Float64Array.from(new Set(readings.map(({ at }) => sliceStart(at, slice)))).sort();
}

/** Slices begin at whole multiples of their length since 1970, so that windows share them. */
const sliceStart = (at: Instant, slice: number): Instant => Math.floor(at / slice) * slice;
