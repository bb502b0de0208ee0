import type { Parsed } from '@zhiheng/contract/endpoint';
import type { linkArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf, lockArticle } from './read-article.ts';

type Input = Parsed<typeof endpoint>;

export async function linkArticle(call: Call, { params }: Input): Promise<{ ok: true }> {
  const article = await lockArticle(call, params.id);
  if (article.caseIds.includes(params.caseId)) return { ok: true };
  await call.db
    .insertInto('article_case')
    .values({ org_id: call.orgId, article_id: params.id, case_id: params.caseId, at: call.now })
    .execute();
  await recordEvent(call, { type: 'article.linked', entity: entityOf(article), data: { caseId: params.caseId } });
  return { ok: true };
}

export async function unlinkArticle(call: Call, { params }: Input): Promise<{ ok: true }> {
  const article = await lockArticle(call, params.id);
  if (!article.caseIds.includes(params.caseId)) return { ok: true };
  await call.db
    .deleteFrom('article_case')
    .where('org_id', '=', call.orgId)
    .where('article_id', '=', params.id)
    .where('case_id', '=', params.caseId)
    .execute();
  await recordEvent(call, { type: 'article.unlinked', entity: entityOf(article), data: { caseId: params.caseId } });
  return { ok: true };
}
