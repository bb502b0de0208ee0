import type { Burning, ObjectiveDefinition, ObjectiveStatus, ObjectiveWindow } from '@zhiheng/contract/monitoring/objective';
import { burnRateAlerts, burnRateFor, type BurnRate, type Evidence, type Objective, type WindowStatus } from '@zhiheng/sla-clock/objective';

const hour = 3600;
const day = 24 * hour;

/** Lengths by which burn rates are reckoned; calendar windows as on average. */
export function windowSeconds(window: ObjectiveWindow): number {
  if (window.kind === 'rolling') return window.count * day;
  return { week: 7 * day, month: 30 * day, quarter: 91 * day }[window.unit];
}

/** Shares of the budget of the workbook's three pairs, with their stretches in seconds. */
const usual = [
  { share: 0.02, long: hour, short: hour / 12, severity: 'page' },
  { share: 0.05, long: 6 * hour, short: hour / 2, severity: 'page' },
  { share: 0.1, long: 3 * day, short: 6 * hour, severity: 'ticket' },
] as const;

/** The usual pairs for a window; a stretch that is as long as the window itself would say the same as the figure. */
export function usualPairs(window: ObjectiveWindow): ObjectiveDefinition['alerts']['pairs'] {
  const length = windowSeconds(window);
  return usual
    .filter(({ long }) => long < length)
    .map(({ share, long, short, severity }) => ({
      ...{ rate: Number(burnRateFor({ share, stretch: long, window: length }).toFixed(4)), long, short, severity },
    }));
}

export const secondsOf = (instant: string | Date): number => Math.floor(new Date(instant).getTime() / 1000);
export const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** A published definition as the arithmetic reads it. */
export const promiseOf = (id: string, { target, method, window, since }: ObjectiveDefinition, zone: string): Objective => ({
  ...{ id, target, method, windows: [window], zone, since: secondsOf(since) },
});

/** What the arithmetic says, as people and programs read it. */
export function statusOf(status: WindowStatus): ObjectiveStatus {
  const { coverage } = status;
  const within = { from: instantOf(status.from), to: instantOf(Math.max(status.from, status.to)), coverage };
  if (status.kind === 'unmeasured') return { kind: 'unmeasured', ...within };
  const { complete, good, n, attainment, met, budget, attainmentWithoutExclusions } = status;
  return { kind: 'measured', ...within, ...{ complete, good, n, attainment, met, budget, attainmentWithoutExclusions } };
}

const stretchOf = ({ rate, bad, n }: BurnRate): Burning['long'] => ({ rate, bad, n });

/** What each pair says now. */
export function burningOf(evidence: Evidence, now: number, { pairs, minimumBad, minimumTotal }: ObjectiveDefinition['alerts']): Burning[] {
  const quiet = { minimumBad, minimumTotal };
  return burnRateAlerts(evidence, now, { pairs, quiet }).map(({ kind, pair, long, short }) => ({
    ...{ kind, pair: { ...pair }, long: stretchOf(long), short: stretchOf(short) },
  }));
}
