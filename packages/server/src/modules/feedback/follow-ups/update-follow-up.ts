import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FollowUp, updateFollowUp as endpoint } from '@zhiheng/contract/feedback/follow-ups';
import { changesBetween } from '../../../platform/changes-between.ts';
import { conflict, invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkPlaces } from '../inbox/check-places.ts';
import { entityOf } from './open-follow-ups.ts';
import { findFollowUp, lockFollowUp } from './read-follow-up.ts';

export async function updateFollowUp(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<FollowUp> {
  const { version, ...given } = body;
  const before = await lockFollowUp(call, params.id, version);
  if (before.closedAt !== null) throw conflict('follow_up_over');
  const fields = { ...given, ...(given.dueAt === undefined ? {} : { dueAt: new Date(given.dueAt).toISOString() }) };
  const changes = changesBetween(before, fields);
  if (Object.keys(changes).length === 0) return before;
  if (fields.dueAt !== undefined && fields.dueAt <= before.openedAt) throw invalidField('dueAt', 'before_opening');
  await checkPlaces(call, { ownerId: given.ownerId });
  const { ownerId, dueAt } = { ...before, ...fields };
  // A deadline that was moved may be missed anew, and is told anew.
  await sql`update follow_up set owner_id = ${ownerId}, due_at = ${dueAt}, told_overdue = told_overdue and due_at = ${dueAt}::timestamptz,
    version = version + 1 where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: 'follow-up.changed', entity: entityOf(before), data: changes });
  return findFollowUp(call, params.id);
}
