import type { Interval } from '../result/outcome.ts';

/** What the data say of a change. */
export type VerdictWord = 'effective' | 'not-shown' | 'harmful' | 'too-early';

/** Why the verdict is what it is. */
export type VerdictReason =
  /** the whole interval lies on the better, or on the worse side */
  | 'improved'
  | 'worsened'
  /** no change at all would fit the data too */
  | 'no-change-possible'
  /** the planned time or number is not reached */
  | 'waiting-for-periods'
  | 'waiting-for-observations'
  /** between two planned looks nothing is decided */
  | 'between-looks'
  /** the values do not allow a judgement */
  | 'cannot-be-judged'
  /** the variants did not get the shares that were planned */
  | 'sample-ratio';

/** What a reader must know beside the verdict. */
export type VerdictWarning =
  /** of the change seen, so much comes by itself when the worst of several is picked; it is taken off already */
  | { readonly code: 'regression-to-mean'; readonly expectedReturn: number; readonly shrinkage: number; readonly units: number }
  /** neighbouring periods are alike: fewer values than it seems */
  | { readonly code: 'autocorrelation'; readonly correlation: number }
  /** the baseline was moving already, in units per period */
  | { readonly code: 'baseline-trend'; readonly slope: number; readonly p: number }
  /** unit and comparison were drifting apart already */
  | { readonly code: 'parallel-trend'; readonly slope: number; readonly p: number }
  /** a year is not covered twice: part of the change may be the season */
  | { readonly code: 'season' }
  | { readonly code: 'missing-periods'; readonly missing: number; readonly of: number }
  /** runs on both sides: the process is not stable */
  | { readonly code: 'both-sides' }
  /** real, yet surely smaller than what was expected */
  | { readonly code: 'smaller-than-expected'; readonly most: number; readonly expected: number }
  | { readonly code: 'sample-ratio'; readonly p: number; readonly counts: readonly number[]; readonly expected: readonly number[] };

/** One look at the data of a registered plan. */
export interface Verdict {
  readonly kind: 'verdict';
  readonly verdict: VerdictWord;
  readonly reason: VerdictReason;
  /** no further look follows */
  readonly final: boolean;
  /** which of the planned looks, from 1; 0 before the first */
  readonly look: number;
  readonly looks: number;
  /** periods after the start that this look saw, and how many were planned */
  readonly periods: number;
  readonly plannedPeriods: number;
  /** observations after the start, and how many are needed */
  readonly n: number;
  readonly neededN: number;
  /** level before the change, and mean after it */
  readonly before: number | null;
  readonly after: number | null;
  /** change; what comes by itself is taken off */
  readonly estimate: number | null;
  /** at the confidence of this look */
  readonly interval: Interval | null;
  readonly confidence: number;
  readonly expectedChange: number;
  readonly details: VerdictDetails;
  readonly warnings: readonly VerdictWarning[];
}

/** How the interval was made; null where the method has no such number. */
export interface VerdictDetails {
  readonly standardError: number | null;
  readonly df: number | null;
  readonly lag: number | null;
  readonly correlation: number | null;
  readonly runLength: number | null;
  readonly p: number | null;
}

/**
 * Word and reason of an interval of the change: better or worse only when it lies whole on one side of 0; null is no interval.
 * @example wordOf([0.2, 3], 'higher') // { verdict: 'effective', reason: 'improved' }
 * @example wordOf([0.2, 3], 'lower') // { verdict: 'harmful', reason: 'worsened' }
 */
export function wordOf(interval: Interval | null, better: 'higher' | 'lower'): Pick<Verdict, 'verdict' | 'reason'> {
  const side = interval === null ? 0 : interval[0] > 0 ? 1 : interval[1] < 0 ? -1 : 0;
  if (side === 0) return { verdict: 'not-shown', reason: 'no-change-possible' };
  return side === (better === 'higher' ? 1 : -1)
    ? { verdict: 'effective', reason: 'improved' }
    : { verdict: 'harmful', reason: 'worsened' };
}

/** Details of a method that has none of them. */
export const noDetails: VerdictDetails = { standardError: null, df: null, lag: null, correlation: null, runLength: null, p: null };
