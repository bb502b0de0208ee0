import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listArticleVersions as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Call } from '../../platform/operation.ts';
import { findArticle } from './read-article.ts';

type Item = Reply<typeof endpoint>['items'][number];
type Row = Omit<Item, 'savedAt'> & { readonly savedAt: Date };

/** Older than these nobody looks at. */
const mostVersions = 100;

export async function listArticleVersions(call: Call, { params }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  await findArticle(call, params.id);
  const { rows } = await sql<Row>`
    select v.version, v.title, v.body, v.state, v.saved_at as "savedAt", p.name as "savedBy" from article_version v
    left join account p on p.org_id = ${call.orgId} and p.id = v.saved_by
    where v.org_id = ${call.orgId} and v.article_id = ${params.id} order by v.version desc limit ${mostVersions}`.execute(call.db);
  return { items: rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() })) };
}
