import { sql, type RawBuilder } from 'kysely';
import type { ArticleRow } from '@zhiheng/contract/knowledge/knowledge';
import type { Operation } from '../../platform/operation.ts';
import { excerptOf } from './plain-text.rules.ts';

export interface ArticleRecord extends Omit<ArticleRow, 'excerpt' | 'updatedAt'> {
  readonly zh: string;
  readonly en: string;
  readonly updatedAt: Date;
}

/** From so many votes on, a majority that found an article of no use calls for its author. */
const fewestVotes = 5;

/** Why the authors of `a` should look at it again, by the organisation's own calendar. */
export const reviewNeeded = ({ orgId, now }: Pick<Operation, 'orgId' | 'now'>): RawBuilder<unknown> => sql`case
  when a.state <> 'published' then null
  when a.review_on <= (select (${now}::timestamptz at time zone time_zone)::date from organisation where org_id = ${orgId}) then 'due'
  when a.useful + a.not_useful >= ${fewestVotes} and a.not_useful > a.useful then 'unhelpful' end`;

/** What a list shows of `a`; of its text only the beginning is read. */
export const rowColumns = (operation: Pick<Operation, 'orgId' | 'now'>): RawBuilder<unknown> => sql`a.id, a.title,
  left(a.body ->> 'zh', 1300) as zh, left(a.body ->> 'en', 1300) as en, a.state, a.keywords, a.service_ids as "serviceIds",
  a.category_ids as "categoryIds", a.useful, a.not_useful as "notUseful", a.views::float8 as views,
  (select count(*)::int4 from article_case l where l.org_id = ${operation.orgId} and l.article_id = a.id) as "caseCount",
  to_char(a.review_on, 'YYYY-MM-DD') as "reviewOn", ${reviewNeeded(operation)} as "needsReview", a.version, a.updated_at as "updatedAt"`;

export function articleRowOf({ zh, en, updatedAt, ...row }: ArticleRecord): ArticleRow {
  return { ...row, excerpt: { zh: excerptOf(zh), en: excerptOf(en) }, updatedAt: updatedAt.toISOString() };
}
