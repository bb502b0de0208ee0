import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createFeedback as endpoint, Feedback } from '@zhiheng/contract/feedback/feedback';
import { sql } from 'kysely';
import { givenFields } from '../../../platform/changes-between.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkPlaces } from './check-places.ts';
import { entityOf, findFeedback } from './read-feedback.ts';
import { emptyFeedback, storeFeedback, type NewFeedback } from './store-feedback.ts';

/** With a record key that is known already, what stands there is the answer and nothing is written. */
export async function createFeedback(call: Call, { body }: Parsed<typeof endpoint>): Promise<Feedback> {
  const { at, recordKey = null, ...given } = body;
  const feedback = { ...emptyFeedback, ...givenFields(given), recordKey, body: body.body, channel: body.channel, at: timeOf(call, at) };
  checkScore(feedback);
  await checkPlaces(call, feedback);
  const [id] = await storeFeedback(call, [feedback]);
  if (id === undefined) return findFeedback(call, await standing(call, feedback));
  await recordEvent(call, { type: 'feedback.entered', entity: entityOf({ ...feedback, id }), data: { channel: feedback.channel } });
  return findFeedback(call, id);
}

function timeOf({ now }: Operation, at: string | undefined): Date {
  if (at === undefined) return now;
  const time = new Date(at);
  if (time > now) throw invalidField('at', 'in_future');
  if (time.getTime() < Date.UTC(1990, 0)) throw invalidField('at', 'too_long_ago');
  return time;
}

function checkScore({ score, scoreMax }: NewFeedback): void {
  if (score === null) return;
  if (scoreMax === null) throw invalidField('scoreMax', 'required');
  if (score > scoreMax) throw invalidField('score', 'too_big', { maximum: scoreMax });
}

async function standing({ db, orgId }: Operation, { channel, source, recordKey }: NewFeedback): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from feedback where org_id = ${orgId} and channel = ${channel} and source = ${source} and record_key = ${recordKey}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a feedback was neither stored nor there');
  return row.id;
}
