import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type {
  cancelReview as cancelEndpoint,
  deleteReview as deleteEndpoint,
  holdReview as holdEndpoint,
  Review,
} from '@zhiheng/contract/improvement/reviews';
import { putAway, takeOut } from '../../../platform/database/trash.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readAgenda } from './read-agenda.ts';
import { findReview } from './read-review.ts';
import { entityOf, lockPlanned, lockRecord } from './review-rows.ts';

/** From now on the agenda is what it was in this moment. */
export async function holdReview(call: Call, { params, body }: Pick<Parsed<typeof holdEndpoint>, 'params' | 'body'>): Promise<Review> {
  const review = await lockPlanned(call, params.id, body.version);
  const agenda = await readAgenda(call, review);
  const { db, orgId, now } = call;
  await sql`
    update review_meeting set state = 'held', held_at = ${now}, agenda = ${JSON.stringify(agenda)}::jsonb, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  const { missedTargets, openFindings, overdueActions, verdicts, openDecisions } = agenda;
  const counts = { missedTargets, openFindings, overdueActions, verdicts, openDecisions };
  const data = Object.fromEntries(Object.entries(counts).map(([part, items]) => [part, items.length]));
  await recordEvent(call, { type: 'review.held', entity: entityOf(review), data });
  return findReview(call, params.id);
}

export async function cancelReview(call: Call, { params, body }: Pick<Parsed<typeof cancelEndpoint>, 'params' | 'body'>): Promise<Review> {
  const review = await lockPlanned(call, params.id, body.version);
  const { db, orgId, now } = call;
  await sql`
    update review_meeting set state = 'cancelled', reason = ${body.reason}, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'review.cancelled', entity: entityOf(review), data: { reason: body.reason } });
  return findReview(call, params.id);
}

export async function deleteReview(call: Call, { params }: Pick<Parsed<typeof deleteEndpoint>, 'params'>): Promise<{ ok: true }> {
  const review = await lockRecord(call, params.id);
  await putAway(call, 'review_meeting', params.id);
  await recordEvent(call, { type: 'review.deleted', entity: entityOf(review) });
  return { ok: true };
}

/** Brings a review back from the trash as it was. */
export async function restoreReview(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Review, 'id' | 'number' | 'title'>>(operation, 'review_meeting', id);
  await recordEvent(operation, { type: 'review.restored', entity: entityOf(restored) });
}
