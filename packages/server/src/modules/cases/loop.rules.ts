import type { CaseClock, ServiceCase } from '@zhiheng/contract/cases/case';
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
}
type Step = ServiceCase['loop'][number];

/** The chain that a complaint or adverse event goes through, step by step; empty for other cases. */
export function loopOf(state: LoopState): Step[] {
  if (!isLooped(state.type)) return [];
  const { now, followUps, resolvedAt } = state;
  const text = (at: Date | null): string | null => at?.toISOString() ?? null;
  const dueOf = (target: CaseClock['target']): string | null => state.clocks.find((clock) => clock.target === target)?.dueAt ?? null;
  const step = (name: Step['step'], doneAt: string | null, dueAt: string | null): Step => ({
    step: name,
    state: doneAt !== null ? 'done' : dueAt !== null && new Date(dueAt) <= now ? 'overdue' : 'open',
    dueAt,
    doneAt,
  });
  const reached = followUps.findLast(({ outcome }) => outcome === 'solved' || outcome === 'not-solved');
  const waiting = followUps.find(({ doneAt }) => doneAt === null);
  const rated = followUps.findLast(({ rating }) => rating !== null);
  const solved = state.confirmed === 'solved' ? (reached?.doneAt ?? null) : null;
  const named = state.cause === null ? null : (text(resolvedAt) ?? text(now));
  return [
    step('accepted', text(state.openedAt), null),
    step('first-response', text(state.firstRepliedAt), dueOf('first-response')),
    step('cause', named, null),
    step('result', text(resolvedAt), dueOf('resolution')),
    step('follow-up', reached?.doneAt ?? null, waiting === undefined ? null : `${waiting.dueOn}T23:59:59Z`),
    step('second-rating', rated?.doneAt ?? null, null),
    step('confirmed', solved, null),
  ];
}
