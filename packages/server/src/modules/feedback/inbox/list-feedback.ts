import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listFeedback as endpoint } from '@zhiheng/contract/feedback/feedback';
import type { feedbackOrder } from '@zhiheng/contract/feedback/feedback-kinds';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { feedbackRowOf, rowColumns, rowNames, type FeedbackRecord } from './feedback-rows.ts';
import { filterConditions } from './filter-feedback.ts';

type Order = z.infer<typeof feedbackOrder>;
type FoundRecord = FeedbackRecord & { readonly rank: number };

/** What a list is sorted by, the greatest first. What sounds worst is what is least likely positive; what nobody can tell comes last. */
const ranks = {
  newest: sql`extract(epoch from f.at)::float8`,
  oldest: sql`-extract(epoch from f.at)::float8`,
  worst: sql`case when f.polarity_by = 'hand' then case f.polarity when 'negative' then 0.0 when 'unclear' then -0.5 else -1.0 end
    else -coalesce(f.probability, 2) end::float8`,
} as const satisfies Readonly<Record<Order, RawBuilder<unknown>>>;

export async function listFeedback(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { limit, cursor, order, ...filter } = query;
  const conditions = filterConditions(operation, filter);
  const { rows } = await sql<FoundRecord>`
    select ${rowColumns}, f.rank
    from (select f.*, ${ranks[order]} as rank from feedback f where ${conditions} and ${after(cursor, ranks[order])}
      order by rank desc, f.id desc limit ${limit + 1}) f ${rowNames(operation.orgId)} order by f.rank desc, f.id desc`.execute(
    operation.db,
  );
  const counted = await sql<{ n: number }>`select count(*)::int4 as n from feedback f where ${conditions}`.execute(operation.db);
  const last = rows.at(limit - 1);
  return {
    items: rows.slice(0, limit).map(({ rank: _rank, ...row }) => feedbackRowOf(row, operation)),
    next: rows.length > limit && last !== undefined ? encodeCursor([String(last.rank), last.id]) : null,
    total: counted.rows[0]?.n ?? 0,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined, rank: RawBuilder<unknown>): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [last = '', id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(last)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(${rank}, f.id) < (${Number(last)}::float8, ${id}::uuid)`;
}
