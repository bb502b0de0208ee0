import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { addDecision as addEndpoint, Review, settleDecision as settleEndpoint } from '@zhiheng/contract/improvement/reviews';
import { phasesOf } from '@zhiheng/contract/improvement/project-phases';
import { conflict, invalidField, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { insertAction } from '../actions/create-action.ts';
import { readRecord as readProject } from '../projects/read-project.ts';
import { findReview } from './read-review.ts';
import { entityOf, lockRecord } from './review-rows.ts';

type Body = Parsed<typeof addEndpoint>['body'];

/** A decision for a project is an action of it from the start: nobody has to write it down twice. */
export async function addDecision(call: Call, { params, body }: Pick<Parsed<typeof addEndpoint>, 'params' | 'body'>): Promise<Review> {
  const review = await lockRecord(call, params.id);
  if (review.state === 'cancelled') throw conflict('review_cancelled');
  const { db, orgId, now, actor } = call;
  const { text, ownerId = null, dueOn = null, projectId = null } = body;
  await checkOwner(call, ownerId);
  const actionId = projectId === null ? null : await makeAction(call, projectId, body);
  await sql`
    insert into review_decision (org_id, id, review_id, text, owner_id, due_on, project_id, action_id, decided_at, decided_by)
    values (${orgId}, ${newId()}, ${review.id}, ${text}, ${ownerId}::uuid, ${dueOn}::date, ${projectId}::uuid, ${actionId}::uuid, ${now},
      ${actor.accountId}::uuid)`.execute(db);
  await recordEvent(call, { type: 'review.changed', entity: entityOf(review), data: { decision: text, ownerId, dueOn, projectId } });
  return findReview(call, review.id);
}

/** The last phase of the template: what comes of a meeting is done beside its own steps. */
async function makeAction(call: Call, projectId: string, { text, ownerId, dueOn }: Body): Promise<string> {
  const { template } = await readProject(call, projectId);
  const phase = phasesOf[template].at(-1) ?? phasesOf[template][0];
  const title = text.length > 200 ? `${text.slice(0, 199)}…` : text;
  return insertAction(call, projectId, { phase, title, note: text, ownerId: ownerId ?? null, dueOn: dueOn ?? null });
}

async function checkOwner({ db, orgId }: Call, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const { rows } = await sql`select 1 from account where org_id = ${orgId} and id = ${ownerId} and deleted_at is null`.execute(db);
  if (rows.length === 0) throw invalidField('ownerId', 'unknown_account');
}

export async function settleDecision(
  call: Call,
  { params, body }: Pick<Parsed<typeof settleEndpoint>, 'params' | 'body'>,
): Promise<Review> {
  const review = await lockRecord(call, params.id);
  const { db, orgId } = call;
  const { decisions } = await findReview(call, params.id);
  const decision = decisions.find(({ id }) => id === params.decisionId);
  if (decision === undefined) throw notFound('decision');
  if (decision.isAction) throw conflict('decision_is_action');
  await sql`update review_decision set done = ${body.done} where org_id = ${orgId} and id = ${params.decisionId}`.execute(db);
  await recordEvent(call, { type: 'review.changed', entity: entityOf(review), data: { decision: decision.text, done: body.done } });
  return findReview(call, params.id);
}
