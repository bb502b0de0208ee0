import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { FindingOrder } from '@zhiheng/contract/findings/finding-kind';
import type { countFindings as counting, listFindings as endpoint } from '@zhiheng/contract/findings/findings';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { priorityOf } from '../priority/priority-of.ts';
import { findingConditions, isActive } from './filter-findings.ts';
import { findingColumns, findingNames, findingRowOf, isOverdue, type FindingRecord } from './finding-rows.ts';

/** What a list is sorted by, the greatest first; what has no day or no score comes last. */
const rankBy = (order: FindingOrder, orgId: string): RawBuilder<number> =>
  ({
    rank: sql<number>`coalesce(${priorityOf(orgId)}, -1)::float8`,
    'last-seen': sql<number>`extract(epoch from f.last_seen)::float8`,
    'first-seen': sql<number>`extract(epoch from f.first_seen)::float8`,
    severity: sql<number>`array_position(array['low', 'medium', 'high'], f.severity)::float8`,
    due: sql<number>`coalesce(-extract(epoch from f.due_on::timestamp), -1e12)::float8`,
    times: sql<number>`f.times::float8`,
  })[order];

export async function listFindings(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = operation;
  const { limit, cursor, order, ...filter } = query;
  const [conditions, rank] = [findingConditions(operation, filter), rankBy(order, orgId)];
  const { rows } = await sql<FindingRecord & { readonly rank: number }>`
    select ${findingColumns(orgId)}, ${rank} as rank from finding f ${findingNames(orgId)}
    where ${conditions} and ${after(cursor, rank)} order by rank desc, f.id desc limit ${limit + 1}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int4 as n from finding f where ${conditions}`.execute(db);
  const last = rows.at(limit - 1);
  return {
    items: rows.slice(0, limit).map(({ rank: _rank, ...row }) => findingRowOf(row)),
    next: rows.length > limit && last !== undefined ? encodeCursor([String(last.rank), last.id]) : null,
    total: counted.rows[0]?.n ?? 0,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined, rank: RawBuilder<number>): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [last = '', id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(last)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(${rank}, f.id) < (${Number(last)}::float8, ${id}::uuid)`;
}

export async function countFindings({ db, orgId, actor }: Operation): Promise<Reply<typeof counting>> {
  const { rows } = await sql<Reply<typeof counting>>`
    select
      jsonb_build_object(
        'open', count(*) filter (where f.state = 'open'), 'analysing', count(*) filter (where f.state = 'analysing'),
        'improving', count(*) filter (where f.state = 'improving'), 'verifying', count(*) filter (where f.state = 'verifying'),
        'closed', count(*) filter (where f.state = 'closed'), 'dismissed', count(*) filter (where f.state = 'dismissed')) as states,
      count(*) filter (where ${isActive})::int4 as active,
      count(*) filter (where ${isOverdue(orgId)})::int4 as overdue,
      count(*) filter (where ${isActive} and f.owner_id = ${actor.accountId}::uuid)::int4 as mine,
      count(*) filter (where ${isActive} and f.kind is null)::int4 as unclassified
    from finding f where f.org_id = ${orgId} and f.merged_into is null`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new RangeError('a count has a row');
  return counts;
}
