import type { CaseClock, ServiceCase } from '@zhiheng/contract/cases/case';
import type { CaseLimits } from '@zhiheng/contract/cases/case-settings';
import type { FollowUpRecord } from './read-follow-ups.ts';
import { isLooped, type LoopFacts } from './status.rules.ts';

interface LoopState extends LoopFacts {
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly rating: number | null;
  readonly clocks: readonly Pick<CaseClock, 'target' | 'dueAt'>[];
  readonly followUps: readonly FollowUpRecord[];
  readonly now: Date;
  readonly limits: Pick<CaseLimits, 'responseHours' | 'resultHours'>;
}
type Step = ServiceCase['loop'][number];

/** The chain that a complaint or adverse event goes through, step by step; empty for other cases. */
export function loopOf(state: LoopState): Step[] {
  if (!isLooped(state.type)) return [];
  const { resolvedAt, now, limits } = state;
  const step = (name: Step['step'], doneAt: string | null, dueAt: string | null = null): Step => ({
    step: name,
    state: stepState(doneAt, dueAt, now),
    dueAt,
    doneAt,
  });
  /** What an agreement promises goes before the limits of the house. */
  const dueOf = (target: CaseClock['target'], hours: number): string | null =>
    state.clocks.find((clock) => clock.target === target)?.dueAt ?? textOf(new Date(state.openedAt.getTime() + hours * 3_600_000));
  const contacts = contactsOf(state);
  return [
    step('accepted', textOf(state.openedAt)),
    step('first-response', textOf(state.firstRepliedAt), dueOf('first-response', limits.responseHours)),
    step('cause', state.cause === null ? null : textOf(resolvedAt ?? now)),
    step('result', textOf(resolvedAt), dueOf('resolution', limits.resultHours)),
    step('follow-up', contacts.reachedAt, contacts.dueAt),
    step('second-rating', contacts.ratedAt),
    step('confirmed', contacts.confirmedAt),
  ];
}

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null;

function stepState(doneAt: string | null, dueAt: string | null, now: Date): Step['state'] {
  if (doneAt !== null) return 'done';
  return dueAt !== null && new Date(dueAt) <= now ? 'overdue' : 'open';
}

function contactsOf({ followUps, confirmed }: LoopState) {
  const reached = followUps.findLast(({ outcome }) => outcome === 'solved' || outcome === 'not-solved');
  const waiting = followUps.find(({ doneAt }) => doneAt === null);
  const reachedAt = reached?.doneAt ?? null;
  return {
    reachedAt,
    dueAt: waiting === undefined ? null : `${waiting.dueOn}T23:59:59Z`,
    ratedAt: followUps.findLast(({ rating }) => rating !== null)?.doneAt ?? null,
    confirmedAt: confirmed === 'solved' ? reachedAt : null,
  };
}
