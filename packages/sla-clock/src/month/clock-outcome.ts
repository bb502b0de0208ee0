import type { Instant } from '../calendar/calendar.ts';
import type { ClockLedger, Deadline, Ledger } from '../clock/ledger.ts';
import { agreementKey } from '../policy/agreement-key.ts';
import type { TargetKind } from '../policy/policy.ts';

/**
 * What became of a promise. `met` and `breached` were decided at an instant: when the clock stopped in time, or when its deadline passed.
 * `open` ones are not decided: `due` is the deadline, while the clock is `held` the one it would have if it went on now, null when there is
 * none. `withdrawn` ones are judged no more.
 */
export type OutcomeState =
  | { readonly kind: 'met'; readonly at: Instant }
  | { readonly kind: 'breached'; readonly at: Instant }
  | { readonly kind: 'open'; readonly due: Instant | null; readonly held: boolean }
  | { readonly kind: 'withdrawn'; readonly at: Instant };

/** One clock of one case, as months, credits and simulations see it. */
export interface ClockOutcome {
  readonly caseId: string;
  /** `sla`, `ola:<team>` or `supplier-contract:<supplier>` */
  readonly agreement: string;
  readonly policy: { readonly id: string; readonly version: number };
  readonly target: TargetKind;
  readonly cycle: number;
  readonly state: OutcomeState;
}

/**
 * What became of every clock of a case.
 * @example
 * const clock = { agreement: { kind: 'sla' }, policy: { id: 'gold', version: 1 }, target: 'resolution', cycle: 1, status: { kind: 'met', at: 30 } };
 * clockOutcomes('C-7', { openedAt: 0, now: 60, clocks: [clock] })[0].state // { kind: 'met', at: 30 }
 */
export function clockOutcomes(caseId: string, ledger: Ledger): ClockOutcome[] {
  return ledger.clocks.map((clock) => ({
    caseId,
    agreement: agreementKey(clock.agreement),
    policy: { id: clock.policy.id, version: clock.policy.version },
    target: clock.target,
    cycle: clock.cycle,
    state: outcomeState(clock),
  }));
}

/**
 * The name that tells one clock of a case from the others.
 * @example clockKey({ caseId: 'C-7', agreement: 'sla', target: 'resolution', cycle: 1 }) // 'C-7/sla/resolution/1'
 */
export function clockKey({ caseId, agreement, target, cycle }: Pick<ClockOutcome, 'caseId' | 'agreement' | 'target' | 'cycle'>): string {
  return `${caseId}/${agreement}/${target}/${cycle}`;
}

function outcomeState({ status, deadline }: Pick<ClockLedger, 'status' | 'deadline'>): OutcomeState {
  switch (status.kind) {
    case 'met':
      return { kind: 'met', at: status.at };
    case 'missed':
    case 'overdue':
      return { kind: 'breached', at: status.breachedAt };
    case 'cancelled':
    case 'reset':
      return { kind: 'withdrawn', at: status.at };
    case 'running':
    case 'paused':
    case 'held-by-others':
    case 'excluded':
      return openState(deadline);
    default:
      return status satisfies never;
  }
}

function openState(deadline: Deadline): OutcomeState {
  if (deadline.kind === 'held') return { kind: 'open', due: deadline.ifResumedNow, held: true };
  return { kind: 'open', due: deadline.kind === 'due' ? deadline.at : null, held: false };
}
