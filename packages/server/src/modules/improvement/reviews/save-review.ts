import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createReview as createEndpoint, Review, updateReview as updateEndpoint } from '@zhiheng/contract/improvement/reviews';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { nextNumber } from '../projects/project-number.ts';
import { findReview } from './read-review.ts';
import { entityOf, lockRecord } from './review-rows.ts';

export async function createReview(call: Call, { body }: Pick<Parsed<typeof createEndpoint>, 'body'>): Promise<Review> {
  const { kind, title, at, minutes = 60, place = '', attendeeIds = [] } = body;
  await checkAttendees(call, attendeeIds);
  const { db, orgId, now } = call;
  const [id, number] = [newId(), await nextNumber(call, 'review', 'R')];
  await sql`
    insert into review_meeting (org_id, id, number, kind, title, at, minutes, place, attendee_ids, created_at, updated_at)
    values (${orgId}, ${id}, ${number}, ${kind}, ${title}, ${new Date(at)}, ${minutes}, ${place}, ${attendeeIds}::uuid[], ${now}, ${now})`.execute(
    db,
  );
  await recordEvent(call, { type: 'review.planned', entity: entityOf({ id, number, title }), data: { kind, at, attendeeIds } });
  return findReview(call, id);
}

type Input = Pick<Parsed<typeof updateEndpoint>, 'params' | 'body'>;

/** Once it was held, only its record can be written on: when and with whom it was is what happened. */
export async function updateReview(call: Call, { params, body: { version, ...body } }: Input): Promise<Review> {
  const stored = await lockRecord(call, params.id);
  if (stored.version !== version) throw changedMeanwhile();
  const { title, minutes, place, attendeeIds, record } = stored;
  const before = { title, at: stored.at.toISOString(), minutes, place, attendeeIds, record };
  const after = { ...before, ...givenFields(body) };
  after.at = new Date(after.at).toISOString();
  const changes = changesBetween(before, after);
  if (stored.state !== 'planned' && Object.keys(changes).some((field) => field !== 'record')) throw conflict('review_not_planned');
  if (Object.keys(changes).length === 0) return findReview(call, params.id);
  await checkAttendees(call, after.attendeeIds);
  const { db, orgId, now } = call;
  await sql`
    update review_meeting set title = ${after.title}, at = ${new Date(after.at)}, minutes = ${after.minutes}, place = ${after.place},
      attendee_ids = ${after.attendeeIds}::uuid[], record = ${after.record}, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'review.changed', entity: entityOf({ ...stored, title: after.title }), data: changes });
  return findReview(call, params.id);
}

async function checkAttendees({ db, orgId }: Operation, attendeeIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from account where org_id = ${orgId} and id = any(${attendeeIds}::uuid[]) and deleted_at is null`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  if (attendeeIds.some((id) => !known.has(id))) throw invalidField('attendeeIds', 'unknown_account');
}
