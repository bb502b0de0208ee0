import type { CaseStatus } from '@zhiheng/contract/cases/case';
import type { ClockEvent } from '@zhiheng/sla-clock/clock';
import { clockFields } from '../case-fields.ts';
import { holderOf } from '../clock-rows.rules.ts';
import type { DemoCase } from './demo-case.ts';

/** Identifiers behind the codes of a made-up case. */
export interface Placed {
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly teamId: string | null;
  readonly siteId: string | null;
  readonly customerId: string | null;
  readonly segmentId: string | null;
}

/** The events of a made-up case, as its saves would have written them. */
export function eventsOfDemo(one: DemoCase, placed: Placed): ClockEvent[] {
  const { teamId } = placed;
  const fields = clockFields({ ...one, ...placed, contractId: null });
  const party = holderOf({ status: 'new', teamId, supplierId: null });
  const message = { from: 'customer', visibleToCustomer: true } as const;
  const opened: ClockEvent = { kind: 'opened', at: one.openedAt, status: 'new', party, fields, message };
  const later = one.steps.map(({ at, status, says }): ClockEvent => ({
    ...{ kind: 'saved', at },
    ...(status !== undefined && { status, party: holderOf({ status, teamId, supplierId: null }) }),
    ...(says !== undefined && { message: { from: says.from, visibleToCustomer: true } }),
  }));
  return [opened, ...later];
}

const done: ReadonlySet<CaseStatus> = new Set(['resolved', 'following-up', 'closed']);

export interface DemoState {
  readonly status: CaseStatus;
  readonly first_replied_at: number | null;
  readonly resolved_at: number | null;
  readonly closed_at: number | null;
  readonly reopened: number;
  readonly last_from: 'team' | 'customer';
  readonly updated_at: number;
}

type Standing = Pick<DemoState, 'status' | 'resolved_at' | 'closed_at' | 'reopened'>;
const asNew: Standing = { status: 'new', resolved_at: null, closed_at: null, reopened: 0 };

/** Where the course of a made-up case has led. */
export function stateOfDemo({ openedAt, steps }: DemoCase): DemoState {
  const answer = steps.find(({ says }) => says?.from === 'team');
  const last = steps.findLast(({ says }) => says !== undefined);
  return {
    ...steps.reduce(standingAfter, asNew),
    first_replied_at: answer?.at ?? null,
    last_from: last?.says?.from ?? 'customer',
    updated_at: steps.at(-1)?.at ?? openedAt,
  };
}

function standingAfter(before: Standing, { at, status }: DemoCase['steps'][number]): Standing {
  if (status === undefined) return before;
  const closed_at = status === 'closed' ? at : null;
  if (done.has(status)) return { ...before, status, closed_at, resolved_at: before.resolved_at ?? at };
  const comesBack = done.has(before.status);
  return { status, closed_at, resolved_at: comesBack ? null : before.resolved_at, reopened: before.reopened + Number(comesBack) };
}
