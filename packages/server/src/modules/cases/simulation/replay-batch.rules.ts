import { runClock, type Agreements, type ClockEvent } from '@zhiheng/sla-clock/clock';
import { clockKey, clockOutcomes, type ClockOutcome } from '@zhiheng/sla-clock/month';
import { compareOutcomes, type OutcomeChanges } from '@zhiheng/sla-clock/simulate';
import type { Judged } from './tally.rules.ts';

/** A case of the past with what happened to it. */
export interface PastCase {
  readonly id: string;
  readonly contractId: string | null;
  readonly events: readonly ClockEvent[];
}

export interface Question {
  readonly agreementId: string;
  readonly before: Agreements;
  readonly after: Agreements;
  /** what happened later is not known yet */
  readonly now: number;
}

export interface ReplayedBatch {
  readonly before: readonly Judged[];
  readonly after: readonly Judged[];
  readonly changes: OutcomeChanges;
}

/** Replays cases under both sets of rules. Of their clocks those count that the agreement makes on at least one side. */
export function replayBatch(question: Question, cases: readonly PastCase[]): ReplayedBatch {
  const pairs = cases.flatMap((past) => replayCase(question, past));
  return {
    before: pairs.flatMap(({ before }) => before),
    after: pairs.flatMap(({ after }) => after),
    changes: compareOutcomes(
      pairs.flatMap(({ before }) => before.map(({ outcome }) => outcome)),
      pairs.flatMap(({ after }) => after.map(({ outcome }) => outcome)),
    ),
  };
}

function replayCase(
  { agreementId, before, after, now }: Question,
  { id, contractId, events }: PastCase,
): { before: Judged[]; after: Judged[] }[] {
  const known = events.filter(({ at }) => at <= now);
  if (known.length === 0) return [];
  const isOwn = ({ policy }: ClockOutcome): boolean => policy.id === agreementId;
  const was = clockOutcomes(id, runClock(before, known, now));
  const is = clockOutcomes(id, runClock(after, known, now));
  const own = new Set([...was, ...is].filter(isOwn).map(clockKey));
  const judged = (outcomes: readonly ClockOutcome[]): Judged[] =>
    outcomes
      .filter((outcome) => own.has(clockKey(outcome)))
      // Another agreement gives back by terms of its own.
      .map((outcome) => ({ outcome, contractId: isOwn(outcome) ? contractId : null }));
  return [{ before: judged(was), after: judged(is) }];
}
