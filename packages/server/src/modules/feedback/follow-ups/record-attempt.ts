import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FollowUp, recordAttempt as endpoint } from '@zhiheng/contract/feedback/follow-ups';
import { conflict, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { observeFollowUp } from './observe-follow-up.ts';
import { entityOf } from './open-follow-ups.ts';
import { findFollowUp, lockFollowUp } from './read-follow-up.ts';

/** What was said is worth a note; that nobody answered says itself. */
export async function recordAttempt(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<FollowUp> {
  const before = await lockFollowUp(call, params.id, body.version);
  if (before.closedAt !== null) throw conflict('follow_up_over');
  if (body.reached && body.note === '') throw invalidField('note', 'required');
  const { db, orgId, now, actor } = call;
  await sql`insert into follow_up_attempt (org_id, id, follow_up_id, at, by, channel, reached, note)
    values (${orgId}, ${newId()}, ${params.id}, ${now}, ${actor.accountId}::uuid, ${body.channel}, ${body.reached}, ${body.note})`.execute(
    db,
  );
  await sql`update follow_up set reached_at = case when ${body.reached} then coalesce(reached_at, ${now}) else reached_at end,
    owner_id = coalesce(owner_id, ${actor.accountId}::uuid), version = version + 1 where org_id = ${orgId} and id = ${params.id}`.execute(
    db,
  );
  await recordEvent(call, {
    type: 'follow-up.attempted',
    entity: entityOf(before),
    data: { channel: body.channel, reached: body.reached },
  });
  await observeFollowUp(call, params.id);
  return findFollowUp(call, params.id);
}
