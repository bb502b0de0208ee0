import { sql } from 'kysely';
import type { z } from 'zod';
import type { followUp } from '@zhiheng/contract/cases/case';
import { newId } from '../../platform/identifier.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { announceCase } from './announce-case.ts';
import type { Opener } from './case-number.ts';
import type { CaseState } from './case-state.ts';
import type { PlannedContact } from './schedule-follow-up.ts';

type FollowUp = z.infer<typeof followUp>;

/** A contact after the solution, by whoever made it. */
export interface Contact {
  readonly channel: NonNullable<FollowUp['channel']>;
  readonly outcome: NonNullable<FollowUp['outcome']>;
  readonly rating: number | null;
  readonly note: string;
}

type Plan = Pick<PlannedContact, 'ownerId' | 'reason'>;

/** Writes a contact and tells of it. Answers with the plan that it was made by. */
export async function noteContact(operation: Opener, { id, number }: CaseState, contact: Contact): Promise<Plan> {
  const plan = await writeContact(operation, id, contact);
  const { outcome, channel, rating } = contact;
  await recordEvent(operation, {
    type: 'case.followed-up',
    entity: { kind: 'case', id, label: number },
    data: { outcome, channel, rating },
  });
  announceCase(operation, id);
  return plan;
}

/** The contact that was planned first is this one; without a plan it stands for itself. What somebody says unasked does not spare the house a call that it owes. */
async function writeContact({ db, orgId, actor, now }: Opener, caseId: string, { channel, outcome, rating, note }: Contact): Promise<Plan> {
  const done = sql`done_at = ${now}, done_by = ${actor.accountId}::uuid, channel = ${channel}, outcome = ${outcome}, rating = ${rating}::int2, note = ${note}`;
  const owed = channel === 'portal' ? sql`and reason = 'loop'` : sql``;
  const planned = await sql<Required<Plan>>`
    update case_follow_up set ${done} where org_id = ${orgId} and id = (
      select id from case_follow_up where org_id = ${orgId} and case_id = ${caseId} and done_at is null ${owed} order by due_on, id limit 1)
    returning owner_id as "ownerId", reason`.execute(db);
  const [plan] = planned.rows;
  if (plan !== undefined) return plan;
  await sql`
    insert into case_follow_up (org_id, id, case_id, due_on, done_at, done_by, channel, outcome, rating, note)
    select ${orgId}, ${newId()}::uuid, ${caseId}::uuid, (${now}::timestamptz at time zone time_zone)::date, ${now}::timestamptz, ${actor.accountId}::uuid, ${channel}, ${outcome}, ${rating}::int2, ${note}
    from organisation where org_id = ${orgId}`.execute(db);
  return {};
}
