import { sql, type RawBuilder } from 'kysely';
import type { ArticleOrder, listArticles as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { articleRowOf, reviewNeeded, rowColumns, type ArticleRecord } from './article-rows.ts';
import { searchQuestion, type Question } from './article-words.rules.ts';
import { visibleTo } from './visible-articles.ts';

type Query = Parsed<typeof endpoint>['query'];
type FoundRecord = ArticleRecord & { readonly rank: number; readonly total: number };

/** Of what a search finds, so many are looked at. */
const mostFound = 5000;

/** By what a list is sorted, the greatest first. */
const ranks = {
  relevance: sql`s.score`,
  useful: sql`a.usefulness`,
  newest: sql`extract(epoch from a.updated_at)::float8`,
  viewed: sql`a.views::float8`,
} as const satisfies Readonly<{ [O in ArticleOrder]: RawBuilder<unknown> }>;

export async function listArticles(operation: Operation, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const question = query.q === undefined || query.q.trim() === '' ? undefined : searchQuestion(query.q);
  if (question === null) return { items: [], next: null, total: 0 };
  const { rows } = await sql<FoundRecord>`
    with found as (
      select a.id, ${rankOf(query, question)} as rank from article a ${searched(question)}
      where a.org_id = ${operation.orgId} and a.deleted_at is null and ${visibleTo(operation.actor)} and ${conditionsOf(operation, query)}
    )
    select ${rowColumns(operation)}, f.rank, (select count(*)::int4 from found) as total
    from (select * from found f where ${after(query.cursor)} order by f.rank desc, f.id desc limit ${query.limit + 1}) f
    join article a on a.org_id = ${operation.orgId} and a.id = f.id order by f.rank desc, f.id desc`.execute(operation.db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(articleRowOf),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([String(last.rank), last.id]) : null,
    total: rows[0]?.total ?? 0,
  };
}

/** Nothing is more or less relevant while nothing is asked. */
function rankOf({ order }: Query, question: Question | undefined): RawBuilder<unknown> {
  const fallback = question === undefined ? 'newest' : 'relevance';
  return ranks[order === undefined || order === 'relevance' ? fallback : order];
}

export const searched = (question: Question | undefined, most = mostFound): RawBuilder<unknown> =>
  question === undefined
    ? sql``
    : sql`join search_articles(${question.query}::tsquery, ${[...question.parts]}::tsquery[], ${most}) s on s.id = a.id`;

function conditionsOf(operation: Operation, { state, serviceId, categoryId, caseId, needsReview }: Query): RawBuilder<unknown> {
  const conditions = [
    ...(state === undefined ? [] : [sql`a.state = ${state}`]),
    ...(serviceId === undefined ? [] : [sql`${serviceId}::uuid = any(a.service_ids)`]),
    ...(categoryId === undefined ? [] : [sql`${categoryId}::uuid = any(a.category_ids)`]),
    ...(caseId === undefined
      ? []
      : [sql`a.id in (select article_id from article_case where org_id = ${operation.orgId} and case_id = ${caseId})`]),
    ...(needsReview === undefined ? [] : [sql`${reviewNeeded(operation)} is not null`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [rank = '', id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(rank)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(f.rank, f.id) < (${Number(rank)}::float8, ${id}::uuid)`;
}
