import { all, always, any, fieldIn, happened, never, not, statusIn } from './condition.ts';
import type { EscalationStep, Goal, Pause, Reopening, Scope, Target, TargetKind } from './policy.ts';

/** What the statuses of a service desk mean. A status that stands in none of the lists is one in which the team works. */
export interface StatusMeaning {
  readonly awaitingCustomer: readonly string[];
  readonly awaitingSupplier: readonly string[];
  /** a solution was given, the case may come back */
  readonly solved: readonly string[];
  readonly closed: readonly string[];
  /** withdrawn, duplicate, not ours */
  readonly cancelled: readonly string[];
}

/** What the statuses mean, and what may differ from the usual conditions. */
export interface UsualTargetOptions {
  readonly statuses: StatusMeaning;
  readonly scope?: Scope;
  readonly steps?: readonly EscalationStep[];
  readonly reopening?: Reopening;
}

/**
 * A promise with the conditions that service desks usually mean by its name.
 * First response runs until a person answers or the case is solved. Next reply runs, once the case was answered, from each message of the customer that asks for an answer.
 * Periodic update starts anew with each answer, after the first, and stands still while the customer is to act. Resolution and agent work stand still while customer or supplier is to act,
 * requester wait only while the customer is.
 * @example
 * const statuses = { awaitingCustomer: ['pending'], awaitingSupplier: ['on-hold'], solved: ['solved'], closed: ['closed'], cancelled: [] };
 * usualTarget('resolution', { kind: 'working-time', seconds: 28_800 }, { statuses }).pauses.map(({ reason }) => reason) // ['awaiting-customer', 'awaiting-supplier']
 * usualTarget('first-response', { kind: 'working-time', seconds: 3600 }, { statuses }).reopening // 'once'
 */
export function usualTarget(kind: TargetKind, goal: Goal, { statuses, scope, steps = [], reopening }: UsualTargetOptions): Target {
  const conditions = usualConditions(kind, statuses);
  return {
    kind,
    goal,
    cancel: cancelled(statuses),
    reset: never,
    ...conditions,
    ...(scope && { scope }),
    ...(reopening && { reopening }),
    steps,
  };
}

type Conditions = Pick<Target, 'start' | 'pauses' | 'stop' | 'reopening' | 'recurring'> & Partial<Pick<Target, 'cancel'>>;

function usualConditions(kind: TargetKind, statuses: StatusMeaning): Conditions {
  const solved = statusIn(...statuses.solved, ...statuses.closed);
  const answeredOrSolved = any(happened('team-reply'), solved);
  switch (kind) {
    case 'first-response':
      return { start: { once: always }, pauses: [], stop: answeredOrSolved, reopening: 'once', recurring: false };
    case 'next-reply': {
      const asked = all(happened('customer-message'), fieldIn('answered', true), not(solved));
      const cancel = any(cancelled(statuses), happened('reply-not-needed'));
      return { start: { once: asked }, pauses: [], stop: answeredOrSolved, cancel, reopening: 'new-cycle', recurring: false };
    }
    case 'periodic-update': {
      const answered = all(fieldIn('answered', true), not(solved));
      return {
        start: { while: answered },
        pauses: [awaitingCustomer(statuses)],
        stop: answeredOrSolved,
        reopening: 'new-cycle',
        recurring: true,
      };
    }
    case 'requester-wait':
      return { start: { once: always }, pauses: [awaitingCustomer(statuses)], stop: solved, reopening: 'continue', recurring: false };
    case 'resolution':
    case 'agent-work': {
      const pauses = [awaitingCustomer(statuses), awaitingSupplier(statuses)];
      return { start: { once: always }, pauses, stop: solved, reopening: 'continue', recurring: false };
    }
    default:
      return kind satisfies never;
  }
}

const cancelled = (statuses: StatusMeaning) => statusIn(...statuses.cancelled);

const awaitingCustomer = (statuses: StatusMeaning): Pause => ({
  reason: 'awaiting-customer',
  name: { zh: '等待客户', en: 'waiting for the customer' },
  when: statusIn(...statuses.awaitingCustomer),
});

const awaitingSupplier = (statuses: StatusMeaning): Pause => ({
  reason: 'awaiting-supplier',
  name: { zh: '等待供应商', en: 'waiting for the supplier' },
  when: statusIn(...statuses.awaitingSupplier),
});
