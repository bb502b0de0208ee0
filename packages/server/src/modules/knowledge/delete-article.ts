import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import { putAway } from '../../platform/database/trash.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf, lockArticle } from './read-article.ts';

export async function deleteArticle(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const article = await lockArticle(call, params.id);
  await putAway(call, 'article', params.id);
  await recordEvent(call, { type: 'article.deleted', entity: entityOf(article) });
  return { ok: true };
}
