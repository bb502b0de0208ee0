import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { closeFollowUp as endpoint, FollowUp, reopenFollowUp as reopening } from '@zhiheng/contract/feedback/follow-ups';
import { conflict, invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { observeFollowUp } from './observe-follow-up.ts';
import { entityOf } from './open-follow-ups.ts';
import { findFollowUp, lockFollowUp } from './read-follow-up.ts';
import { endingFault } from './result.rules.ts';

export async function closeFollowUp(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<FollowUp> {
  const { version, ...ending } = body;
  const before = await lockFollowUp(call, params.id, version);
  if (before.closedAt !== null) throw conflict('follow_up_over');
  const fault = endingFault(before, ending);
  if (fault !== null) throw invalidField(fault.path, fault.code, before.scoreMax === null ? {} : { most: before.scoreMax });
  const { result, cause, remedy, secondScore } = ending;
  await sql`update follow_up set result = ${result}, cause = ${cause}, remedy = ${remedy}, second_score = ${secondScore}, closed_at = ${call.now},
    closed_by = ${call.actor.accountId}::uuid, owner_id = coalesce(owner_id, ${call.actor.accountId}::uuid), version = version + 1
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: 'follow-up.closed', entity: entityOf(before), data: { result, secondScore } });
  await observeFollowUp(call, params.id);
  return findFollowUp(call, params.id);
}

/** The result is taken back with the observation that it made; what was written of cause and remedy stays. */
export async function reopenFollowUp(call: Call, { params }: Parsed<typeof reopening>): Promise<FollowUp> {
  const before = await lockFollowUp(call, params.id);
  if (before.closedAt === null) return before;
  await sql`update follow_up set result = null, closed_at = null, closed_by = null, second_score = null, version = version + 1
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: 'follow-up.reopened', entity: entityOf(before), data: { from: before.result } });
  await observeFollowUp(call, params.id);
  return findFollowUp(call, params.id);
}
