import type { Instant, Interval } from '../calendar/calendar.ts';
import { exclusionsKnownAt, type Exclusion } from './exclusion.ts';
import { isWithin, mergeIntervals, outsideOf } from './intervals.ts';
import { requireObjective, requireReading, type Objective, type Reading } from './objective.ts';
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
  const { slice } = objective.method;
  const unpromised = terms.agreedTime === undefined ? [] : outsideOf(mergeIntervals(terms.agreedTime));
  const excluded = exclusionsKnownAt(terms.exclusions ?? [], terms.knownAt ?? Infinity);
  const uncovered = mergeIntervals([...unpromised, ...excluded]);
  const promised = inOrder(readings).filter(({ at }) => !isWithin(unpromised, at));
  const left = promised.filter(({ at }) => !isWithin(uncovered, at));
  const counted = seriesOf(countable(objective, left));
  return {
    objective,
    counted,
    withoutExclusions: excluded.length === 0 ? counted : seriesOf(countable(objective, promised)),
    measuredSlices: Float64Array.from(bySlice(left, slice), ({ at }) => at),
    uncovered,
  };
}

function inOrder(readings: readonly Reading[]): Reading[] {
  for (const reading of readings) requireReading(reading);
  return [...readings].sort((a, b) => a.at - b.at);
}

/** What the objective counts: the readings themselves, or one per slice with occurrences: 1 of 1 when it reaches its target, else 0 of 1. */
function countable({ method }: Objective, readings: readonly Reading[]): readonly Reading[] {
  if (method.kind === 'occurrences') return readings;
  return bySlice(readings, method.slice)
    .filter(({ total }) => total > 0)
    .map(({ at, good, total }) => ({ at, good: good / total >= method.sliceTarget ? 1 : 0, total: 1 }));
}

/** Ordered readings summed up per slice. Slices begin at whole multiples of their length since 1970, so that all windows share them. */
function bySlice(readings: readonly Reading[], slice: number): Reading[] {
  const sums: Reading[] = [];
  for (const { at, good, total } of readings) {
    const start = Math.floor(at / slice) * slice;
    const last = sums.at(-1);
    if (last?.at === start) sums[sums.length - 1] = { at: start, good: last.good + good, total: last.total + total };
    else sums.push({ at: start, good, total });
  }
  return sums;
}
