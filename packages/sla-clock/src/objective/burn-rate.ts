import type { Instant, Interval } from '../calendar/calendar.ts';
import { lastSliceEnd } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { budgetShare } from './objective.ts';
import { countWithin } from './series.ts';

/** Raises an alert when both a long and a short stretch burn faster than `rate`: the long one shows it matters, the short one that it still goes on. */
export interface BurnRatePair {
  readonly rate: number;
  /** seconds */
  readonly long: number;
  /** seconds */
  readonly short: number;
  readonly severity: 'page' | 'ticket';
}

/** Below this an alert stays quiet: a single failure of a small service says little. */
export interface Quiet {
  /** bad occurrences (or slices) that the long stretch holds at least */
  readonly minimumBad: number;
  /** occurrences (or slices) that the long stretch holds at least */
  readonly minimumTotal: number;
}

/** How fast the budget burned over a stretch: 1 spends it in exactly one window. `rate` is null when nothing was counted. */
export interface BurnRate extends Interval {
  readonly bad: number;
  readonly n: number;
  readonly rate: number | null;
}

/** `firing`: both stretches burn too fast. `quiet`: they do, on too little evidence. `calm`: they do not. */
export interface BurnRateAlert {
  readonly kind: 'firing' | 'quiet' | 'calm';
  readonly pair: BurnRatePair;
  readonly long: BurnRate;
  readonly short: BurnRate;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The pairs for an objective over 30 days: 2 % of the budget in an hour and 5 % in six hours call somebody, 10 % in three days open a
 * ticket. Source: Beyer et al. (2018), The Site Reliability Workbook, chapter 5, table 5-8.
 * @example burnRatePairs.map(({ rate }) => rate) // [14.4, 6, 1]
 */
export const burnRatePairs: readonly BurnRatePair[] = [
  { rate: 14.4, long: hour, short: 5 * minute, severity: 'page' },
  { rate: 6, long: 6 * hour, short: 30 * minute, severity: 'page' },
  { rate: 1, long: 3 * day, short: 6 * hour, severity: 'ticket' },
];

/**
 * Ours, a setting and no norm: three failures in the long stretch are needed before anyone is called.
 * @example quietByDefault // { minimumBad: 3, minimumTotal: 1 }
 */
export const quietByDefault: Quiet = { minimumBad: 3, minimumTotal: 1 };

/**
 * The burn rate at which `share` of the budget of a window is spent within `stretch` (both in seconds): share × window ÷ stretch.
 * Source: The Site Reliability Workbook, chapter 5.
 * @throws RangeError unless share, stretch and window are positive
 * @example burnRateFor({ share: 0.02, stretch: 3600, window: 30 * 86_400 }) // 14.4
 */
export function burnRateFor(spending: { readonly share: number; readonly stretch: number; readonly window: number }): number {
  const { share, stretch, window } = spending;
  if (!(share > 0 && stretch > 0 && window > 0)) throw new RangeError('share, stretch and window are positive');
  return (share * window) / stretch;
}

/**
 * How fast the budget burned over the last `stretch` seconds: share of bad ÷ (1 − target). Slices count when they have ended.
 * What is excluded or not measured burns nothing, and neither does time before the objective holds.
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * const evidence = gatherEvidence(objective, [{ at: 0, good: 48, total: 50 }, { at: 60, good: 40, total: 50 }]);
 * burnRate(evidence, 120, 120) // { from: 0, to: 120, bad: 12, n: 100, rate: 1.2 }
 */
export function burnRate({ objective, counted }: Evidence, now: Instant, stretch: number): BurnRate {
  const to = objective.method.kind === 'time-slices' ? lastSliceEnd(now, objective.method.slice) : now;
  const within = { from: Math.max(to - stretch, objective.since ?? -Infinity), to };
  const { good, total } = countWithin(counted, within);
  const bad = total - good;
  return { ...within, bad, n: total, rate: total === 0 ? null : bad / total / budgetShare(objective.target) };
}

/**
 * What each pair says now, in the order of the pairs.
 * @example
 * const objective = { id: 'portal', target: 0.9, method: { kind: 'occurrences', slice: 60 }, windows: [{ kind: 'rolling', unit: 'hour', count: 1 }], zone: 'UTC' };
 * const evidence = gatherEvidence(objective, [{ at: 0, good: 48, total: 50 }, { at: 60, good: 40, total: 50 }]);
 * burnRateAlerts(evidence, 120, { pairs: [{ rate: 1, long: 120, short: 60, severity: 'ticket' }] })[0].kind // 'firing'
 */
export function burnRateAlerts(
  evidence: Evidence,
  now: Instant,
  { pairs = burnRatePairs, quiet = quietByDefault }: { readonly pairs?: readonly BurnRatePair[]; readonly quiet?: Quiet } = {},
): BurnRateAlert[] {
  return pairs.map((pair) => {
    const long = burnRate(evidence, now, pair.long);
    const short = burnRate(evidence, now, pair.short);
    return { kind: alertKind({ pair, long, short }, quiet), pair, long, short };
  });
}

function alertKind({ pair, long, short }: Omit<BurnRateAlert, 'kind'>, { minimumBad, minimumTotal }: Quiet): BurnRateAlert['kind'] {
  if (!burnsFaster(long, pair.rate) || !burnsFaster(short, pair.rate)) return 'calm';
  return long.bad < minimumBad || long.n < minimumTotal ? 'quiet' : 'firing';
}

/** A rate that equals the limit but for the last binary digits is not faster. */
const burnsFaster = ({ rate }: BurnRate, limit: number): boolean => rate !== null && rate > limit * (1 + 1e-12);
