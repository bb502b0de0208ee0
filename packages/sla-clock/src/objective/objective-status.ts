import type { Instant, Interval } from '../calendar/calendar.ts';
import { coverageOf, lastSliceEnd, promisedSlices, type Coverage } from './coverage.ts';
import { errorBudget, type ErrorBudget } from './error-budget.ts';
import type { Evidence } from './evidence.ts';
import { windowAt, windowKey, type ObjectiveWindow } from './objective-window.ts';
import { countWithin } from './series.ts';

/** A window in which nothing was counted: neither kept nor missed. */
export interface UnmeasuredWindow extends Interval {
  readonly kind: 'unmeasured';
  /** key of the window, `period` for a period asked for by its instants */
  readonly window: string;
  readonly coverage: Coverage;
}

/** How an objective stands in one of its windows. Counts are occurrences or slices, as the objective counts. */
export interface MeasuredWindow extends Interval {
  readonly kind: 'measured';
  readonly window: string;
  /** false while part of the window lies in the future */
  readonly complete: boolean;
  readonly good: number;
  readonly n: number;
  /** good ÷ n */
  readonly attainment: number;
  readonly met: boolean;
  readonly budget: ErrorBudget;
  readonly coverage: Coverage;
  /** what the attainment were, had nothing been excluded */
  readonly attainmentWithoutExclusions: number;
}

export type WindowStatus = UnmeasuredWindow | MeasuredWindow;

/**
 * How an objective stands now in each of its windows, by the key of the window. Only slices that have ended are judged.
 * Attainment is good ÷ counted; unmeasured time is in neither and shows as coverage.
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * const evidence = gatherEvidence(objective, [{ at: 0, good: 48, total: 50 }, { at: 60, good: 40, total: 50 }]);
 * objectiveStatus(evidence, 3600)['rolling-1-hour'] // { good: 88, n: 100, met: false, coverage: { expected: 60, measured: 2 } }
 */
export function objectiveStatus(evidence: Evidence, now: Instant): Readonly<Record<string, WindowStatus>> {
  return Object.fromEntries(evidence.objective.windows.map((window) => [windowKey(window), windowStatus(evidence, window, now)]));
}

/**
 * How an objective stands now in the window of that kind that contains now.
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * const evidence = gatherEvidence(objective, [{ at: 0, good: 48, total: 50 }, { at: 60, good: 40, total: 50 }]);
 * windowStatus(evidence, { kind: 'calendar', unit: 'day' }, 120) // { window: 'calendar-day', to: 86400, complete: false, attainment: 0.88 }
 */
export function windowStatus(evidence: Evidence, window: ObjectiveWindow, now: Instant): WindowStatus {
  return statusWithin(evidence, { ...windowAt(window, evidence.objective.zone, now), window: windowKey(window) }, now);
}

/**
 * How an objective stood over a period such as the month of a report; as far as it had come by `now`.
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * const evidence = gatherEvidence(objective, [{ at: 0, good: 48, total: 50 }, { at: 60, good: 40, total: 50 }]);
 * periodStatus(evidence, { from: 0, to: 60 }, 120) // { complete: true, attainment: 0.96, budget: { allowed: 5, spent: 2, left: 3 } }
 */
export function periodStatus(evidence: Evidence, period: Interval, now: Instant): WindowStatus {
  return statusWithin(evidence, { ...period, window: 'period' }, now);
}

function statusWithin(evidence: Evidence, whole: Interval & { readonly window: string }, now: Instant): WindowStatus {
  const { objective, counted, withoutExclusions, uncovered } = evidence;
  const { slice, kind } = objective.method;
  const from = Math.max(whole.from, objective.since ?? -Infinity);
  const settled = { from, to: Math.min(whole.to, lastSliceEnd(now, slice)) };
  const past = kind === 'time-slices' ? settled : { from, to: Math.min(whole.to, now) };
  const toCome = kind === 'time-slices' ? promisedSlices(uncovered, { from: Math.max(from, settled.to), to: whole.to }, slice) : 0;
  const { good, total } = countWithin(counted, past);
  const budget = errorBudget(objective.target, { good, total }, toCome);
  const named = { window: whole.window, from, to: whole.to, coverage: coverageOf(evidence, settled) };
  if (total === 0 || budget === null) return { kind: 'unmeasured', ...named };
  const unexcluded = countWithin(withoutExclusions, past);
  return {
    kind: 'measured',
    ...named,
    complete: whole.to <= now,
    good,
    n: total,
    attainment: good / total,
    met: good / total >= objective.target,
    budget,
    attainmentWithoutExclusions: unexcluded.good / unexcluded.total,
  };
}
