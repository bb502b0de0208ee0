import { sql, type RawBuilder } from 'kysely';
import type { FollowUpRow } from '@zhiheng/contract/feedback/follow-ups';
import type { Operation } from '../../../platform/operation.ts';
import { isMasked, maskName } from '../../customers/index.ts';

export type FollowUpRecord = Omit<FollowUpRow, 'openedAt' | 'dueAt' | 'reachedAt' | 'closedAt'> &
  Readonly<Record<'openedAt' | 'dueAt', Date>> &
  Readonly<Record<'reachedAt' | 'closedAt', Date | null>>;

/** What a list shows of `u`. Late is what is late at the time of the question. */
export const followUpColumns = ({
  orgId,
  now,
}: Pick<Operation, 'orgId' | 'now'>): RawBuilder<unknown> => sql`u.id, u.origin, u.name, u.said, u.measure,
  u.score, u.score_max as "scoreMax", u.owner_id as "ownerId", o.name as "ownerName", s.name as "serviceName", u.opened_at as "openedAt",
  u.due_at as "dueAt", u.closed_at is null and u.due_at <= ${now}::timestamptz as overdue,
  (select count(*)::int4 from follow_up_attempt a where a.org_id = ${orgId} and a.follow_up_id = u.id) as attempts,
  u.reached_at as "reachedAt", u.result, u.closed_at as "closedAt"`;

export const followUpNames = (orgId: string): RawBuilder<unknown> => sql`
  left join account o on o.org_id = ${orgId} and o.id = u.owner_id
  left join service s on s.org_id = ${orgId} and s.id = u.service_id`;

export function followUpRowOf(row: FollowUpRecord, { actor }: Pick<Operation, 'actor'>): FollowUpRow {
  return {
    ...row,
    name: isMasked(actor) ? maskName(row.name) : row.name,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    reachedAt: row.reachedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
