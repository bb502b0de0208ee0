import type { Interval } from '../calendar/calendar.ts';
import type { ClockOutcome } from './clock-outcome.ts';

/** How many promises were kept. */
export interface Attainment {
  readonly met: number;
  readonly breached: number;
  /** promises decided: met and breached */
  readonly n: number;
  /** met ÷ n; null when nothing was decided */
  readonly share: number | null;
}

/**
 * Attainment of the promises that were decided in an interval, by agreement and target (`sla/resolution`). A promise belongs to the
 * interval in which it was met or its deadline passed, so that it counts once and a late stop does not move a breach into another month.
 * Open and withdrawn promises count nowhere.
 * @example attainmentByTarget([{ caseId: 'C-7', agreement: 'sla', policy: { id: 'gold', version: 1 }, target: 'resolution', cycle: 1, state: { kind: 'met', at: 30 } }], { from: 0, to: 60 }) // { 'sla/resolution': { met: 1, breached: 0, n: 1, share: 1 } }
 */
export function attainmentByTarget(outcomes: readonly ClockOutcome[], decided: Interval): Readonly<Record<string, Attainment>> {
  const counts = new Map<string, { met: number; breached: number }>();
  for (const { agreement, target, state } of outcomes) {
    if (state.kind === 'open' || state.kind === 'withdrawn') continue;
    if (state.at < decided.from || state.at >= decided.to) continue;
    const key = `${agreement}/${target}`;
    const count = counts.get(key) ?? { met: 0, breached: 0 };
    counts.set(key, { ...count, [state.kind]: count[state.kind] + 1 });
  }
  return Object.fromEntries([...counts].sort(byKey).map(([key, { met, breached }]) => [key, attainmentOf(met, breached)]));
}

/**
 * Attainment from counts; they add up over months, shares do not.
 * @example attainmentOf(9, 1) // { met: 9, breached: 1, n: 10, share: 0.9 }
 */
export function attainmentOf(met: number, breached: number): Attainment {
  const n = met + breached;
  return { met, breached, n, share: n === 0 ? null : met / n };
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
