import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listNeeds as endpoint } from '@zhiheng/contract/feedback/needs';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { containing } from '../../../platform/database/containing.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { needColumns, needNames, needOf, type NeedRecord } from './read-needs.ts';

type Query = Parsed<typeof endpoint>['query'];

/** Whatever presses most comes first: by priority, then by importance. */
const rank = sql`(array_position(array['not-now', 'could', 'should', 'must'], d.priority) * 10 + d.importance)::float8`;

export async function listNeeds({ db, orgId }: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const found = conditionsOf(query, orgId);
  const { rows } = await sql<NeedRecord & { rank: number }>`
    select ${needColumns(orgId)}, ${rank} as rank from customer_need d ${needNames(orgId)}
    where ${found} and ${after(query.cursor)} order by rank desc, d.id desc limit ${query.limit + 1}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int4 as n from customer_need d where ${found}`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(({ rank: _rank, ...row }) => needOf(row)),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([String(last.rank), last.id]) : null,
    total: counted.rows[0]?.n ?? 0,
  };
}

function conditionsOf({ q, kind, state, segmentId, serviceId }: Query, orgId: string): RawBuilder<unknown> {
  const text = q === undefined || q.trim() === '' ? null : containing(q.trim());
  const conditions = [
    sql`d.org_id = ${orgId} and d.deleted_at is null`,
    ...(text === null ? [] : [sql`(d.name ilike ${text} or d.detail ilike ${text})`]),
    ...(kind === undefined ? [] : [sql`d.kind = ${kind}`]),
    ...(state === undefined ? [] : [sql`d.state = ${state}`]),
    ...(serviceId === undefined ? [] : [sql`d.service_id = ${serviceId}`]),
    ...(segmentId === undefined ? [] : [segmentId === 'none' ? sql`d.segment_id is null` : sql`d.segment_id = ${segmentId}`]),
  ];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [last = '', id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(last)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(${rank}, d.id) < (${Number(last)}::float8, ${id}::uuid)`;
}
