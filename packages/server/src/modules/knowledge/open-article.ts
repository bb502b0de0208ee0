import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { readArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Call } from '../../platform/operation.ts';
import { findArticle } from './read-article.ts';

/** Counts a reading; from a suggestion, notes that it was opened. An offer that does not name the article notes nothing. */
export async function openArticle(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  await findArticle(call, params.id);
  await sql`update article set views = views + 1 where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  if (body.offerId === null) return { ok: true };
  await sql`update article_offer_item set opened_at = ${call.now}
    where org_id = ${call.orgId} and offer_id = ${body.offerId} and article_id = ${params.id} and opened_at is null`.execute(call.db);
  return { ok: true };
}
