import { sql } from 'kysely';
import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import type { Operation } from '../../platform/operation.ts';
import { articleWords } from './article-words.rules.ts';

type Fields = Pick<Article, 'id' | 'title' | 'body' | 'state' | 'keywords' | 'serviceIds' | 'categoryIds' | 'reviewOn' | 'version'>;

/** Writes the row of an article, new or known, with the words by which it is found, and keeps what it says as a version. */
export async function writeArticle(operation: Operation, fields: Fields): Promise<void> {
  const { db, orgId, now, actor } = operation;
  const publishedAt = fields.state === 'published' ? now : null;
  await sql`
    insert into article (org_id, id, title, body, state, keywords, service_ids, category_ids, review_on, words, version, published_at, updated_at, updated_by)
    values (${orgId}, ${fields.id}, ${JSON.stringify(fields.title)}::jsonb, ${JSON.stringify(fields.body)}::jsonb, ${fields.state},
      ${fields.keywords}::text[], ${fields.serviceIds}::uuid[], ${fields.categoryIds}::uuid[], ${fields.reviewOn}::date,
      ${articleWords(fields)}::tsvector, ${fields.version}, ${publishedAt}::timestamptz, ${now}, ${actor.accountId}::uuid)
    on conflict (org_id, id) do update set title = excluded.title, body = excluded.body, state = excluded.state, keywords = excluded.keywords,
      service_ids = excluded.service_ids, category_ids = excluded.category_ids, review_on = excluded.review_on, words = excluded.words,
      version = excluded.version, published_at = coalesce(article.published_at, excluded.published_at), updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`.execute(db);
  await sql`
    insert into article_version (org_id, article_id, version, title, body, state, saved_at, saved_by)
    values (${orgId}, ${fields.id}, ${fields.version}, ${JSON.stringify(fields.title)}::jsonb, ${JSON.stringify(fields.body)}::jsonb, ${fields.state},
      ${now}, ${actor.accountId}::uuid)`.execute(db);
}
