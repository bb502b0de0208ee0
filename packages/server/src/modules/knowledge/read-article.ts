import { sql } from 'kysely';
import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { articleRowOf, rowColumns, type ArticleRecord } from './article-rows.ts';
import { visibleTo } from './visible-articles.ts';

type FoundRecord = ArticleRecord & Pick<Article, 'body' | 'updatedBy' | 'caseIds' | 'myVote'> & { readonly publishedAt: Date | null };

/** An article as the caller sees it. Throws 404 when it is in the trash, or a draft and the caller only reads. */
export async function findArticle(operation: Operation, id: string): Promise<Article> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<FoundRecord>`
    select ${rowColumns(operation)}, a.body, a.published_at as "publishedAt", p.name as "updatedBy", v.useful as "myVote",
      array(select case_id from article_case l where l.org_id = ${orgId} and l.article_id = a.id order by l.at, l.case_id) as "caseIds"
    from article a
    left join account p on p.org_id = ${orgId} and p.id = a.updated_by
    left join article_vote v on v.org_id = ${orgId} and v.article_id = a.id and v.account_id = ${actor.accountId}::uuid
    where a.org_id = ${orgId} and a.id = ${id} and a.deleted_at is null and ${visibleTo(actor)}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('article');
  const { body, publishedAt, updatedBy, caseIds, myVote, ...record } = row;
  const { excerpt, ...article } = articleRowOf(record);
  return { ...article, body, publishedAt: publishedAt?.toISOString() ?? null, updatedBy, caseIds, myVote };
}

/** The same, held until the transaction ends. */
export async function lockArticle(operation: Operation, id: string): Promise<Article> {
  await sql`select from article where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findArticle(operation, id);
}

/** What an article is called in the log. */
export const entityOf = ({ id, title }: Pick<Article, 'id' | 'title'>) => ({
  kind: 'article',
  id,
  label: title.zh === '' ? title.en : title.zh,
});
