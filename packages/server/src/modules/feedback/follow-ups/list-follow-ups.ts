import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listFollowUps as endpoint } from '@zhiheng/contract/feedback/follow-ups';
import type { followUpView } from '@zhiheng/contract/feedback/follow-up-view';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { followUpColumns, followUpNames, followUpRowOf, type FollowUpRecord } from './follow-up-rows.ts';

type View = z.infer<typeof followUpView>;

export async function listFollowUps(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { view, serviceId, limit, cursor } = query;
  const { db, orgId } = operation;
  const over = view === 'closed';
  // What is most urgent comes first; of what is over, the last.
  const rank = over ? sql`-extract(epoch from u.closed_at)::float8` : sql`extract(epoch from u.due_at)::float8`;
  const service = serviceId === undefined ? sql`true` : sql`u.service_id = ${serviceId}`;
  const found = sql`u.org_id = ${orgId} and ${seenIn(view, operation)} and ${service}`;
  const { rows } = await sql<FollowUpRecord & { rank: number }>`
    select ${followUpColumns(operation)}, ${rank} as rank from follow_up u ${followUpNames(orgId)}
    where ${found} and ${after(cursor, rank)} order by rank, u.id limit ${limit + 1}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int4 as n from follow_up u where ${found}`.execute(db);
  const last = rows.at(limit - 1);
  return {
    items: rows.slice(0, limit).map(({ rank: _rank, ...row }) => followUpRowOf(row, operation)),
    next: rows.length > limit && last !== undefined ? encodeCursor([String(last.rank), last.id]) : null,
    total: counted.rows[0]?.n ?? 0,
  };
}

function seenIn(view: View, { actor, now }: Operation): RawBuilder<unknown> {
  switch (view) {
    case 'open':
      return sql`u.closed_at is null`;
    case 'mine':
      return sql`u.closed_at is null and u.owner_id = ${actor.accountId}::uuid`;
    case 'overdue':
      return sql`u.closed_at is null and u.due_at <= ${now}`;
    case 'closed':
      return sql`u.closed_at is not null`;
    default:
      return view satisfies never;
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined, rank: RawBuilder<unknown>): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [last = '', id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(last)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(${rank}, u.id) > (${Number(last)}::float8, ${id}::uuid)`;
}
