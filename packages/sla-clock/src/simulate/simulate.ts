import type { Instant, Interval } from '../calendar/calendar.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import type { Agreements } from '../clock/compile-agreements.ts';
import { runClock } from '../clock/run-clock.ts';
import { attainmentByTarget, type Attainment } from '../month/attainment.ts';
import { clockOutcomes, type ClockOutcome } from '../month/clock-outcome.ts';
import { compareOutcomes, type OutcomeChanges } from './compare-outcomes.ts';
import { contractCredits, type Contract, type ContractCredit } from './contract-credits.ts';

/** A case of the past with its events in order. */
export interface HistoricalCase {
  readonly caseId: string;
  /** id of the contract under which a breach gives credit; null: none */
  readonly contract: string | null;
  readonly events: readonly ClockEvent[];
}

/** A set of rules to live by: published ones or a draft. */
export interface Rules {
  /** policies and the calendars they count in */
  readonly agreements: Agreements;
  /** what a breach costs, by contract; nothing when absent */
  readonly contracts?: readonly Contract[];
}

/** History, and the moment of the question. */
export interface History {
  readonly cases: readonly HistoricalCase[];
  readonly now: Instant;
  /** attainment and credits are of the promises decided in it */
  readonly period: Interval;
}

/** How the past would have looked under one set of rules. */
export interface SimulatedResult {
  /** by agreement and target, `sla/resolution` */
  readonly attainment: Readonly<Record<string, Attainment>>;
  readonly credits: readonly ContractCredit[];
  /** sum of all credits, in the smallest unit of the currency */
  readonly creditTotal: number;
}

/** The past under the rules in force, and under the draft. */
export interface Simulation extends OutcomeChanges {
  readonly kind: 'simulation';
  /** cases replayed */
  readonly n: number;
  readonly before: SimulatedResult;
  readonly after: SimulatedResult;
}

/**
 * Replays history against a draft: attainment, credits, who would have been late and which open deadlines move. People are taken to have
 * worked exactly as they did: what a tighter promise would have made them do is not known. Nothing is written anywhere.
 * @throws RangeError as `runClock` does
 * @throws RangeError as `runClock` does
 * @example
 * const noPromises = { agreements: { lines: [], calendars: new Map(), takeovers: [] } };
 * const opened = { kind: 'opened', at: 0, status: 'new', party: { kind: 'customer' }, fields: {} };
 * const history = { cases: [{ caseId: 'C-7', contract: null, events: [opened] }], now: 60, period: { from: 0, to: 60 } };
 * simulate(history, { current: noPromises, draft: noPromises }) // { n: 1, newlyBreached: [], spared: [], movedDeadlines: [] }
 */
export function simulate(history: History, rules: { readonly current: Rules; readonly draft: Rules }): Simulation {
  const before = replayAll(history, rules.current);
  const after = replayAll(history, rules.draft);
  return {
    kind: 'simulation',
    n: history.cases.length,
    before: resultOf(before, history, rules.current),
    after: resultOf(after, history, rules.draft),
    ...compareOutcomes(before, after),
  };
}

function replayAll({ cases, now }: History, { agreements }: Rules): ClockOutcome[] {
  return cases.flatMap(({ caseId, events }) => clockOutcomes(caseId, runClock(agreements, events, now)));
}

function resultOf(outcomes: readonly ClockOutcome[], { cases, period }: History, { contracts = [] }: Rules): SimulatedResult {
  const contractOf = new Map(cases.map(({ caseId, contract }) => [caseId, contract]));
  const credits = contracts.flatMap((contract) => {
    const own = outcomes.filter(({ caseId }) => contractOf.get(caseId) === contract.id);
    return contractCredits(own, contract, period);
  });
  return {
    attainment: attainmentByTarget(outcomes, period),
    credits,
    creditTotal: credits.reduce((sum, { credit }) => sum + credit.amount, 0),
  };
}
