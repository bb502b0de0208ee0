import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Feedback, routeFeedback as endpoint } from '@zhiheng/contract/feedback/feedback';
import { conflict, forbidden } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { emptyDraft, openCase } from '../../cases/index.ts';
import { entityOf, findFeedback, lockFeedback } from './read-feedback.ts';

/** Opens a case from what was said, once. */
export async function routeFeedback(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Feedback> {
  if (!call.actor.permissions.has('cases.write')) throw forbidden('cases.write');
  const feedback = await lockFeedback(call, params.id);
  if (feedback.caseNumber !== null) throw conflict('feedback_has_case', { number: feedback.caseNumber });
  const person = await authorOf(call, params.id);
  const opened = await openCase(call, {
    ...emptyDraft,
    ...body,
    ...person,
    channel: 'api',
    description: feedback.body,
    serviceId: feedback.serviceId,
    siteId: feedback.siteId,
    customerId: feedback.customerId,
    teamId: feedback.teamId,
    tags: feedback.tags,
    language: feedback.language === 'en' ? 'en' : 'zh',
    openedAt: call.now,
  });
  await sql`update feedback set state = 'routed', case_id = ${opened.id}, owner_id = coalesce(owner_id, ${call.actor.accountId}::uuid)
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, {
    type: 'feedback.routed',
    entity: entityOf(feedback),
    data: { caseId: opened.id, number: opened.number, type: body.type },
  });
  return findFeedback(call, params.id);
}

/** Unmasked: whoever opens the case need not be allowed to read the name that goes into it. */
async function authorOf({ db, orgId }: Operation, id: string): Promise<{ readonly contactName: string; readonly contactEmail: string }> {
  const { rows } = await sql<{ contactName: string; contactEmail: string }>`
    select author as "contactName", contact as "contactEmail" from feedback where org_id = ${orgId} and id = ${id}`.execute(db);
  return rows[0] ?? { contactName: '', contactEmail: '' };
}
