import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldQuote, noteNeedOfQuote as needEndpoint, sendFieldQuote as sendEndpoint } from '@zhiheng/contract/fieldwork/codes';
import { conflict, forbidden } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { createFeedback, createNeed } from '../../feedback/index.ts';
import type { StoredSession } from '../sessions/read-session.ts';
import { entityOf, findQuote, lockQuote } from './quote-rows.ts';

/** What somebody said in the field stands in the inbox beside what others said elsewhere. Nobody is named: the session knows who it was. */
export async function sendQuote(call: Call, { params }: Pick<Parsed<typeof sendEndpoint>, 'params'>): Promise<FieldQuote> {
  requireFeedback(call);
  const { quote, session } = await lockQuote(call, params.id);
  await send(call, quote, session);
  return findQuote(call, quote.id);
}

export async function noteNeed(call: Call, { params, body }: Pick<Parsed<typeof needEndpoint>, 'params' | 'body'>): Promise<FieldQuote> {
  requireFeedback(call);
  const { quote, session } = await lockQuote(call, params.id);
  if (quote.needId !== null) throw conflict('field_quote_has_need');
  const feedbackId = await send(call, quote, session);
  const sources = [{ feedbackId, words: '', url: '' as const }];
  const need = await createNeed(call, { params: {}, query: {}, body: { ...body, serviceId: session.meantServiceId, sources } });
  await sql`update field_quote set need_id = ${need.id}, version = version + 1 where org_id = ${call.orgId} and id = ${quote.id}`.execute(
    call.db,
  );
  await recordEvent(call, { type: 'fieldwork.need-noted', entity: entityOf(quote, session), data: { needId: need.id } });
  return findQuote(call, quote.id);
}

function requireFeedback({ actor }: Call): void {
  if (!actor.permissions.has('feedback.write')) throw forbidden('feedback.write');
}

/** The quote's id is its key there: sent again, it is the same feedback. */
async function send(call: Call, quote: FieldQuote, session: StoredSession): Promise<string> {
  if (quote.feedbackId !== null) return quote.feedbackId;
  const { meantServiceId: serviceId, siteId, teamId, startsAt, studyCode, number } = session;
  const at = (startsAt < call.now ? startsAt : call.now).toISOString();
  const said = { channel: 'interview', source: `${studyCode} #${number}`, body: quote.text, recordKey: quote.id, at } as const;
  const { id } = await createFeedback(call, { params: {}, query: {}, body: { ...said, serviceId, siteId, teamId } });
  await sql`update field_quote set feedback_id = ${id}, version = version + 1 where org_id = ${call.orgId} and id = ${quote.id}`.execute(
    call.db,
  );
  await recordEvent(call, { type: 'fieldwork.quote-sent', entity: entityOf(quote, session), data: { feedbackId: id } });
  return id;
}
