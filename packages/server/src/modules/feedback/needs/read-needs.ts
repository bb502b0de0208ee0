import { sql, type RawBuilder } from 'kysely';
import type { CustomerNeed } from '@zhiheng/contract/feedback/needs';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

export type NeedRecord = Omit<CustomerNeed, 'updatedAt' | 'handedAt'> & { readonly updatedAt: Date; readonly handedAt: Date | null };

/** What is shown of `d`; of a source from the inbox the beginning. */
export const needColumns = (
  orgId: string,
): RawBuilder<unknown> => sql`d.id, d.kind, d.name, d.detail, d.service_id as "serviceId", s.name as "serviceName",
  d.segment_id as "segmentId", g.name as "segmentName", d.importance, d.priority, d.own_score as "ownScore", d.target_score as "targetScore",
  d.sales_point as "salesPoint", d.state, d.handed_to as "handedTo", d.handed_at as "handedAt", d.state_note as "stateNote", d.version,
  d.updated_at as "updatedAt", coalesce((
    select jsonb_agg(jsonb_build_object('feedbackId', q.feedback_id, 'words', q.words, 'url', q.url, 'excerpt', coalesce(left(f.body, 200), '')) order by q.id)
    from customer_need_source q left join feedback f on f.org_id = ${orgId} and f.id = q.feedback_id
    where q.org_id = ${orgId} and q.need_id = d.id), '[]') as sources`;

export const needNames = (orgId: string): RawBuilder<unknown> => sql`
  left join service s on s.org_id = ${orgId} and s.id = d.service_id
  left join segment g on g.org_id = ${orgId} and g.id = d.segment_id`;

export const needOf = ({ updatedAt, handedAt, ...need }: NeedRecord): CustomerNeed => ({
  ...need,
  handedAt: handedAt?.toISOString() ?? null,
  updatedAt: updatedAt.toISOString(),
});

export async function findNeed({ db, orgId }: Operation, id: string): Promise<CustomerNeed> {
  const { rows } = await sql<NeedRecord>`
    select ${needColumns(orgId)} from customer_need d ${needNames(orgId)}
    where d.org_id = ${orgId} and d.id = ${id} and d.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('customer_need');
  return needOf(row);
}

/** The same, held until the transaction ends. */
export async function lockNeed(operation: Operation, id: string): Promise<CustomerNeed> {
  await sql`select from customer_need where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findNeed(operation, id);
}

/** What a need is called in the log. */
export const entityOf = ({ id, name }: Pick<CustomerNeed, 'id' | 'name'>) => ({ kind: 'customer-need', id, label: name });
