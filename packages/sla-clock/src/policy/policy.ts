import type { Instant, Name } from '../calendar/calendar.ts';
import type { Condition } from './condition.ts';

/**
 * What is promised. `requester-wait` is the time a customer waits for the solution, `agent-work` the time in which the team could work on it; they differ in what pauses them.
 */
export const targetKinds = ['first-response', 'next-reply', 'periodic-update', 'resolution', 'requester-wait', 'agent-work'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What a policy can be attached by, the most specific first. */
export const dimensions = ['contract', 'customer', 'segment', 'service', 'type', 'priority', 'channel'] as const;
export type Dimension = (typeof dimensions)[number];

/** Which cases something holds for: every named dimension must have one of its values. Empty: all cases. */
export type Scope = { readonly [dimension in Dimension]?: readonly string[] };

/**
 * How long a promise allows. `working-time`: so many working seconds of the policy's calendar. `business-day-end`: the working time from the start of the clock until closing time
 * of the business day `days` after it (0: the same, or the next one when it started on a day off or after closing time).
 */
export type Goal =
  { readonly kind: 'working-time'; readonly seconds: number } | { readonly kind: 'business-day-end'; readonly days: number };

/** `while`: the promise exists as long as this holds, and is withdrawn when it ceases. `once`: it exists from the first time this holds, whatever comes after. */
export type Start = { readonly while: Condition } | { readonly once: Condition };

/** One reason for standing still. The first rule of a target whose condition holds names the reason. */
export interface Pause {
  /** stable word, `awaiting-customer` */
  readonly reason: string;
  readonly name: Name;
  readonly when: Condition;
  /** when the pause ends, if not when `when` ceases to hold */
  readonly until?: Condition;
}

/**
 * What a case that comes back does to a clock that had stopped. `once`: nothing. `continue`: the clock goes on with what it had used. `new-cycle`: another clock with
 * the full goal, both are judged. `reset`: another clock with the full goal, the first is kept but judged no more.
 */
export type Reopening = 'once' | 'continue' | 'new-cycle' | 'reset';

/** When a step is due: at a share of the goal (50, 100, 120 …), or so many working seconds after the deadline (negative: before it). */
export type StepMoment = { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'offset'; readonly seconds: number };

/** One step of an escalation. What is done and who is told belongs to the caller, under `id`. */
export interface EscalationStep {
  readonly id: string;
  readonly name: Name;
  readonly at: StepMoment;
}

/** One promise of a policy with its conditions. At a save that meets several, the order is cancel, stop, reset, start, pause. */
export interface Target {
  readonly kind: TargetKind;
  /** cases of the policy that this row holds for, such as one priority; absent: all. Of several rows of one kind the most specific wins. */
  readonly scope?: Scope;
  readonly goal: Goal;
  readonly start: Start;
  readonly pauses: readonly Pause[];
  readonly stop: Condition;
  /** withdraws the promise without a judgement */
  readonly cancel: Condition;
  /** starts over with the full goal; the cycle before is kept but judged no more */
  readonly reset: Condition;
  readonly reopening: Reopening;
  /** a stop starts the following cycle at once when the start holds: updates every four hours */
  readonly recurring: boolean;
  readonly steps: readonly EscalationStep[];
}

/**
 * Whose promise it is. A service level agreement runs whoever holds the case; an operational level agreement runs only while its team holds it, a supplier contract while its supplier does.
 */
export type Agreement =
  | { readonly kind: 'sla' }
  | { readonly kind: 'ola'; readonly team: string }
  | { readonly kind: 'supplier-contract'; readonly supplier: string };

/** A published version of an agreement. It never changes: a change makes the next version. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly name: Name;
  readonly agreement: Agreement;
  /** the version is in force from here until the next one is */
  readonly effectiveFrom: Instant;
  /** whether it takes over cases that were opened under an earlier version */
  readonly adoption: 'new-cases' | 'open-cases';
  readonly scope: Scope;
  /** id of the calendar in which its time is counted */
  readonly calendar: string;
  /** statuses in which a case is over: no clock runs and no step is due, whatever the targets say */
  readonly closed: readonly string[];
  readonly targets: readonly Target[];
}
