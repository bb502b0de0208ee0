import type { Instant } from '../calendar/calendar.ts';
import { clockKey, type ClockOutcome } from '../month/clock-outcome.ts';

/** The same clock under two sets of rules; null: under that one it does not exist. */
export interface OutcomePair {
  readonly clock: string;
  readonly before: ClockOutcome | null;
  readonly after: ClockOutcome | null;
}

/** An open promise whose deadline moves, or the one it would have if its clock went on now; null: it has none. */
export interface MovedDeadline {
  readonly clock: string;
  readonly caseId: string;
  readonly before: Instant | null;
  readonly after: Instant | null;
  /** seconds later, negative for earlier; null unless both are known */
  readonly movedBy: number | null;
}

/** What changes for the promises when the rules change. */
export interface OutcomeChanges {
  /** would have been broken under the new rules, and is not under the old ones */
  readonly newlyBreached: readonly OutcomePair[];
  /** broken under the old rules, and would not have been under the new ones */
  readonly spared: readonly OutcomePair[];
  /** open under both, with another deadline */
  readonly movedDeadlines: readonly MovedDeadline[];
  /** promises that only the new rules make */
  readonly added: readonly ClockOutcome[];
  /** promises that only the old rules make */
  readonly dropped: readonly ClockOutcome[];
}

/**
 * Compares what became of the same cases under two sets of rules, clock by clock. Every list is in the order of the clocks' keys.
 * @example
 * const outcome = (state) => ({ caseId: 'C-7', agreement: 'sla', policy: { id: 'gold', version: 1 }, target: 'resolution', cycle: 1, state });
 * compareOutcomes([outcome({ kind: 'open', due: 60, held: false })], [outcome({ kind: 'open', due: 90, held: false })]).movedDeadlines[0].movedBy // 30
 * compareOutcomes([outcome({ kind: 'met', at: 60 })], [outcome({ kind: 'breached', at: 50 })]).newlyBreached[0].clock // 'C-7/sla/resolution/1'
 */
export function compareOutcomes(before: readonly ClockOutcome[], after: readonly ClockOutcome[]): OutcomeChanges {
  const pairs = pairUp(before, after);
  return {
    newlyBreached: pairs.filter((pair) => isBreached(pair.after) && !isBreached(pair.before)),
    spared: pairs.filter((pair) => isBreached(pair.before) && !isBreached(pair.after)),
    movedDeadlines: pairs.flatMap(movedDeadline),
    added: pairs.flatMap((pair) => (pair.before === null && pair.after !== null ? [pair.after] : [])),
    dropped: pairs.flatMap((pair) => (pair.after === null && pair.before !== null ? [pair.before] : [])),
  };
}

function pairUp(before: readonly ClockOutcome[], after: readonly ClockOutcome[]): OutcomePair[] {
  const was = new Map(before.map((outcome) => [clockKey(outcome), outcome]));
  const is = new Map(after.map((outcome) => [clockKey(outcome), outcome]));
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  return keys.map((clock) => ({ clock, before: was.get(clock) ?? null, after: is.get(clock) ?? null }));
}

function movedDeadline({ clock, before, after }: OutcomePair): MovedDeadline[] {
  if (before?.state.kind !== 'open' || after?.state.kind !== 'open' || before.state.due === after.state.due) return [];
  const [was, is] = [before.state.due, after.state.due];
  return [{ clock, caseId: after.caseId, before: was, after: is, movedBy: was === null || is === null ? null : is - was }];
}

const isBreached = (outcome: ClockOutcome | null): boolean => outcome?.state.kind === 'breached';
