import type { Instant, Name } from '../calendar/calendar.ts';
import type { Agreement, EscalationStep, Goal, TargetKind } from '../policy/policy.ts';
import type { ChoiceReasons } from '../policy/choose-policy.ts';
import type { Party } from './clock-event.ts';

/** What an interval of a ledger shares whatever its kind. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  /** who held the case */
  readonly party: Party;
  /** working seconds of the calendar inside; all of a running interval, none outside hours */
  readonly workingSeconds: number;
  /** working seconds of the goal that had been used when the interval began */
  readonly usedBefore: number;
}

/**
 * One interval of a ledger; neighbours touch. `running` counts. `outside-hours`: the clock would run but the calendar is closed. `paused`: held for a reason, also through closed
 * hours. `held-by-others`: the clock of a team or supplier while somebody else had the case. `excluded`: taken out afterwards. `stopped`: between stop and reopening of one cycle.
 */
export type LedgerInterval =
  | (Stretch & { readonly kind: 'running' })
  | (Stretch & { readonly kind: 'outside-hours' })
  | (Stretch & { readonly kind: 'paused'; readonly reason: string; readonly name: Name })
  | (Stretch & { readonly kind: 'held-by-others' })
  | (Stretch & { readonly kind: 'excluded'; readonly reason: string; readonly approvedBy: string })
  | (Stretch & { readonly kind: 'stopped' });

/**
 * When a clock runs out. `due`: at this instant; of a clock that is over, the last deadline it had. `held`: it stands still and would be due `ifResumedNow`, null when that
 * cannot be said. `never`: the calendar has not enough hours. `outside`: beyond the years in which the clock counts.
 */
export type Deadline =
  | { readonly kind: 'due'; readonly at: Instant }
  | { readonly kind: 'held'; readonly ifResumedNow: Instant | null }
  | { readonly kind: 'never' }
  | { readonly kind: 'outside' };

/**
 * Where a clock stands. `met` and `missed` are judgements of a clock that has stopped; a clock that is `overdue` has not. A clock whose promise is `cancelled` or
 * that was `reset` is judged no more. `breachedAt` is the deadline that passed, or the takeover by a policy whose deadline had passed already.
 */
export type ClockStatus =
  | { readonly kind: 'running' }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'held-by-others' }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'overdue'; readonly breachedAt: Instant }
  | { readonly kind: 'met'; readonly at: Instant }
  | { readonly kind: 'missed'; readonly at: Instant; readonly breachedAt: Instant }
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly because: CancelReason }
  | { readonly kind: 'reset'; readonly at: Instant };

/** Status without the time: whether a clock that is not over is late depends on the moment, its phase does not. */
export type Phase = 'running' | 'paused' | 'held-by-others' | 'excluded' | 'met' | 'missed' | 'cancelled' | 'reset';

/** How a clock stands at the last save that found it going, or at its end. Of a running clock the working seconds since come on top. */
export interface ClockStanding {
  readonly phase: Phase;
  readonly asOf: Instant;
  readonly usedSeconds: number;
}

/** Why a promise was withdrawn: its cancel condition, its start condition ceased, the case was merged, or no policy holds for the case any more. */
export type CancelReason = 'cancel-condition' | 'start-ceased' | 'merged' | 'no-policy';

/** An escalation step of one clock. `due`: it comes at this instant when nothing happens before. `skipped`: it is not going to happen, and why. */
export interface StepState {
  /** the same for the same step of the same promise in every computation: who records it once, does it once */
  readonly key: string;
  readonly step: EscalationStep;
  readonly state:
    | { readonly kind: 'fired'; readonly at: Instant }
    | { readonly kind: 'due'; readonly at: Instant }
    | { readonly kind: 'held' }
    | { readonly kind: 'skipped'; readonly because: 'longer-than-goal' | 'before-takeover' | 'clock-over' | 'beyond-calendar' };
}

/** What names a published policy. */
export interface PolicyVersion {
  readonly id: string;
  readonly version: number;
  readonly name: Name;
}

/** A policy, or another row of it, that took over a running clock: from the opening on, keeping what had been paused. */
export interface Takeover {
  readonly at: Instant;
  readonly from: PolicyVersion;
  readonly to: PolicyVersion;
  readonly goalSecondsBefore: number | null;
  readonly goalSecondsAfter: number | null;
}

/** One clock: one cycle of one target of one agreement, with its whole history. */
export interface ClockLedger {
  readonly agreement: Agreement;
  readonly policy: PolicyVersion;
  /** why this policy counts and no other */
  readonly because: ChoiceReasons;
  readonly calendar: { readonly id: string; readonly version: number; readonly zone: string };
  readonly target: TargetKind;
  /** 1 for the first; a reopening, a reset or a recurring target begins the next */
  readonly cycle: number;
  readonly goal: Goal;
  /** the goal in working seconds of the calendar, counted from the start of the cycle; null when the calendar has no such day */
  readonly goalSeconds: number | null;
  readonly startedAt: Instant;
  readonly intervals: readonly LedgerInterval[];
  readonly takeovers: readonly Takeover[];
  /** working seconds that count against the goal, up to now */
  readonly usedSeconds: number;
  readonly deadline: Deadline;
  readonly status: ClockStatus;
  readonly standing: ClockStanding;
  readonly steps: readonly StepState[];
}

/** Everything that the clocks of a case say at one moment. */
export interface Ledger {
  readonly openedAt: Instant;
  /** the moment of the question */
  readonly now: Instant;
  /** by agreement, target and cycle */
  readonly clocks: readonly ClockLedger[];
}
