import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { answerFeedback as endpoint, Feedback } from '@zhiheng/contract/feedback/feedback';
import { conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { queueMail } from '../../mail/index.ts';
import { answerPrefix, entityOf, findFeedback, lockFeedback } from './read-feedback.ts';

/** Writes to the author. What has become a case keeps that state. */
export async function answerFeedback(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Feedback> {
  const feedback = await lockFeedback(call, params.id);
  const to = await addressOf(call, params.id);
  if (to === '') throw conflict('feedback_no_address');
  const id = newId();
  const language = feedback.language === 'en' ? 'en' : 'zh';
  const queued = await queueMail(call, { to, subject: body.subject, text: body.body, key: `${answerPrefix}${id}`, language });
  if (!queued) throw conflict('mail_off');
  await sql`insert into feedback_answer (org_id, id, feedback_id, recipient, body, at, by)
    values (${call.orgId}, ${id}, ${params.id}, ${to}, ${body.body}, ${call.now}, ${call.actor.accountId}::uuid)`.execute(call.db);
  await sql`update feedback set state = case when case_id is null then 'answered' else state end,
    owner_id = coalesce(owner_id, ${call.actor.accountId}::uuid) where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: 'feedback.answered', entity: entityOf(feedback), data: { answerId: id } });
  return findFeedback(call, params.id);
}

/** The author's own address, or else that of the customer. */
async function addressOf({ db, orgId }: Operation, id: string): Promise<string> {
  const { rows } = await sql<{ address: string }>`
    select coalesce(nullif(f.contact, ''), c.email, '') as address
    from feedback f left join customer c on c.org_id = ${orgId} and c.id = f.customer_id and c.deleted_at is null
    where f.org_id = ${orgId} and f.id = ${id}`.execute(db);
  return rows[0]?.address ?? '';
}
