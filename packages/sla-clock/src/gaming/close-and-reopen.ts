import type { Instant } from '../calendar/calendar.ts';
import { clockKey } from '../month/clock-outcome.ts';
import { agreementKey } from '../policy/agreement-key.ts';
import { byGroup, signalOf, type GroupSignal, type TooFew } from './group-signal.ts';
import { withGoal, type HandledClock, type JudgedClock, type MeasuredClock, type SignalOptions } from './handled-clock.ts';

/** A stop of a clock: how much of its goal had been used, and whether the case came back soon. */
interface Stop {
  readonly caseId: string;
  readonly group: string;
  readonly usedShare: number;
  readonly cameBack: boolean;
}

/**
 * Close and reopen: of the stops that a group makes in the last part of the goal, how many come back within `soon` seconds. They are
 * compared with the stops of all groups that were made without hurry, before the last part: those tell how often a case comes back
 * anyway. n counts the group's late stops; `insufficient` also when there are fewer than `needed` stops to compare with.
 * Give all cycles of a case, of one target that is not recurring.
 * @throws RangeError unless `within` lies between 0 and 1
 * @example
 * const clock = (cycle, startedAt, usedSeconds) => ({ agreement: { kind: 'sla' }, target: 'resolution', cycle, goalSeconds: 100, startedAt, usedSeconds, intervals: [], status: { kind: 'met', at: startedAt + usedSeconds } });
 * const cases = [clock(1, 0, 99), clock(2, 150, 20)].map((each) => ({ caseId: 'C-7', group: 'Li', clock: each }));
 * closeAndReopen(cases, { needed: 1 })[0] // { n: 1, observed: 1, expected: 0, cases: ['C-7'] }
 */
export function closeAndReopen(
  clocks: readonly HandledClock[],
  { within = 0.1, needed = 20, soon = 86_400 }: SignalOptions & { readonly soon?: number } = {},
): (GroupSignal | TooFew)[] {
  if (!(within > 0 && within < 1)) throw new RangeError('the last part of the goal is a share between 0 and 1');
  const starts = new Map(clocks.map(({ caseId, clock }) => [keyOf(caseId, clock, clock.cycle), clock.startedAt]));
  const stops = withGoal(clocks)
    .flatMap((handled) => stopsOf(handled, starts, soon))
    .filter(({ usedShare }) => usedShare <= 1);
  const unhurried = stops.filter(({ usedShare }) => usedShare < 1 - within);
  const usualShare = unhurried.length < needed ? null : unhurried.filter(({ cameBack }) => cameBack).length / unhurried.length;
  return byGroup(stops).map(([group, own]) => {
    const late = own.filter(({ usedShare }) => usedShare >= 1 - within);
    const occurrences = late.filter(({ cameBack }) => cameBack).map(({ caseId }) => caseId);
    return signalOf({ group, n: late.length, occurrences, usualShare }, needed);
  });
}

/** Stops after which the same clock went on, and the last one, after which another cycle may have begun. */
function stopsOf({ caseId, group, clock, goalSeconds }: MeasuredClock, starts: ReadonlyMap<string, Instant>, soon: number): Stop[] {
  const within = clock.intervals
    .filter(({ kind }) => kind === 'stopped')
    .map(({ from, to, usedBefore }) => ({ caseId, group, usedShare: usedBefore / goalSeconds, cameBack: to - from <= soon }));
  const end = stopInstant(clock);
  if (end === null) return within;
  const next = starts.get(keyOf(caseId, clock, clock.cycle + 1)) ?? null;
  // A reset that begins the next cycle in its own second was no stop.
  if (clock.status.kind === 'reset' && next === end) return within;
  const cameBack = next !== null && next - end <= soon;
  return [...within, { caseId, group, usedShare: clock.usedSeconds / goalSeconds, cameBack }];
}

/** When the clock stopped; a cycle that a reopening reset keeps the instant of its stop. */
function stopInstant({ status }: JudgedClock): Instant | null {
  return status.kind === 'met' || status.kind === 'missed' || status.kind === 'reset' ? status.at : null;
}

function keyOf(caseId: string, { agreement, target }: JudgedClock, cycle: number): string {
  return clockKey({ caseId, agreement: agreementKey(agreement), target, cycle });
}
