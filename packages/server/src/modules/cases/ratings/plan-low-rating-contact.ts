import { sql } from 'kysely';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Opener } from '../case-number.ts';
import type { CaseState } from '../case-state.ts';
import { saveCase } from '../save-case.ts';
import { planFollowUp } from '../schedule-follow-up.ts';
import { isLooped } from '../status.rules.ts';

/** Somebody talks to a customer who is not content: whoever had the case, within so many days, once. A case that was just solved is followed up from then on. */
export async function planLowRatingContact(operation: Opener, state: CaseState, days: number): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql`
    select from case_follow_up where org_id = ${orgId} and case_id = ${state.id} and reason = 'low-rating' and done_at is null`.execute(db);
  if (rows.length > 0) return;
  const contact = { on: { days }, ownerId: await ownerOf(operation, state), reason: 'low-rating' } as const;
  // The contact of the loop stays planned besides; a plain case has no other than this one.
  const takesItsPlace = state.status === 'resolved' && !isLooped(state.type);
  if (state.status === 'resolved')
    await saveCase(operation, state, { status: 'following-up', ...(takesItsPlace && { followUp: contact }) });
  if (!takesItsPlace) await planFollowUp(operation, state.id, contact);
  const entity = { kind: 'case', id: state.id, label: state.number };
  await recordEvent(operation, {
    type: 'case.follow-up-planned',
    entity,
    data: { days, ownerId: contact.ownerId, reason: contact.reason },
  });
}

/** Whoever has the case, took it first, leads its team or worked on it last, and is still here. */
async function ownerOf({ db, orgId }: Opener, { id, assigneeId, firstContactId, teamId }: CaseState): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a
    join (
      select ${assigneeId}::uuid as id, 1 as rank
      union all select ${firstContactId}::uuid, 2
      union all select account_id, 3 from team_member where org_id = ${orgId} and team_id = ${teamId}::uuid and lead
      union all (select author_id, 4 from case_entry where org_id = ${orgId} and case_id = ${id} and author_kind = 'account' order by at desc limit 1)
    ) o on o.id = a.id
    where a.org_id = ${orgId} and a.deleted_at is null and a.state = 'active' order by o.rank, a.id limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
