import type { Parsed } from '@zhiheng/contract/endpoint';
import type { settleOffer as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import { conflict, invalidField, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { observeOffer } from './observe-offer.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

/** How an offer ended. Whoever called it solved and then opens a case all the same was not helped; the other way round is refused. */
export async function settleOffer(operation: Operation, { params, body }: Input): Promise<{ ok: true }> {
  const offer = await lockOffer(operation, params.id);
  if (offer.outcome === body.outcome) return { ok: true };
  if (offer.outcome === 'case-opened') throw conflict('offer_led_to_case');
  if (body.outcome === 'solved') await checkOffered(operation, params.id, body.articleId);
  await operation.db
    .updateTable('article_offer')
    .set({
      outcome: body.outcome,
      settled_at: operation.now,
      solved_by: body.outcome === 'solved' ? body.articleId : null,
      case_id: body.outcome === 'solved' ? null : body.caseId,
    })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', params.id)
    .execute();
  const end = body.outcome === 'solved' ? 'solved' : 'not-solved';
  await observeOffer(operation, { id: params.id, at: offer.at, serviceId: offer.service_id }, end);
  await recordEvent(operation, { type: 'article-offer.settled', entity: { kind: 'article-offer', id: params.id }, data: body });
  return { ok: true };
}

/** A case came of it all the same. An offer that never was, or that led to a case before, is left alone: the case is what matters. */
export async function settleOpenOffer(operation: Operation, id: string, caseId: string): Promise<void> {
  const { db, orgId } = operation;
  const found = db.selectFrom('article_offer').select('outcome').where('org_id', '=', orgId).where('id', '=', id);
  const offer = await found.executeTakeFirst();
  if (offer === undefined || offer.outcome === 'case-opened') return;
  await settleOffer(operation, { params: { id }, body: { outcome: 'case-opened', caseId } });
}

async function lockOffer({ db, orgId }: Operation, id: string) {
  const found = db.selectFrom('article_offer').select(['outcome', 'at', 'service_id']).where('org_id', '=', orgId).where('id', '=', id);
  const offer = await found.forUpdate().executeTakeFirst();
  if (offer === undefined) throw notFound('article-offer');
  return offer;
}

async function checkOffered({ db, orgId }: Operation, offerId: string, articleId: string): Promise<void> {
  const item = db.selectFrom('article_offer_item').select('place').where('org_id', '=', orgId).where('offer_id', '=', offerId);
  if ((await item.where('article_id', '=', articleId).executeTakeFirst()) === undefined) throw invalidField('articleId', 'not_offered');
}
