import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { readArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Operation } from '../../platform/operation.ts';
import { findArticle } from './read-article.ts';

/** Counts a reading; from a suggestion, notes that it was opened. An offer that does not name the article notes nothing. */
export async function openArticle(
  operation: Operation,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<{ ok: true }> {
  await findArticle(operation, params.id);
  await sql`update article set views = views + 1 where org_id = ${operation.orgId} and id = ${params.id}`.execute(operation.db);
  if (body.offerId === null) return { ok: true };
  await sql`update article_offer_item set opened_at = ${operation.now}
    where org_id = ${operation.orgId} and offer_id = ${body.offerId} and article_id = ${params.id} and opened_at is null`.execute(
    operation.db,
  );
  return { ok: true };
}
