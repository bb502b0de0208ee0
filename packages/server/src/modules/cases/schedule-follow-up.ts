import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { readCaseSettings } from './settings/read-settings.ts';

export interface PlannedContact {
  /** a day, or so many days from today in the organisation's zone */
  readonly on: string | { readonly days: number };
  /** whose task it is; null: the team's */
  readonly ownerId?: string | null;
  readonly reason?: 'loop' | 'low-rating';
}

/** When the customer is first asked after the solution. */
export async function firstFollowUp(operation: Pick<Operation, 'db' | 'orgId'>): Promise<PlannedContact> {
  const { settings } = await readCaseSettings(operation);
  return { on: { days: settings.followUpAfterDays } };
}

/** When somebody who was not reached is tried again: soon, and after so many vain attempts once more when the time of the follow-up ends. */
export async function nextAttempt({ db, orgId, now }: Pick<Operation, 'db' | 'orgId' | 'now'>, caseId: string): Promise<{ days: number }> {
  const { retryAfterDays, attempts, followUpUntilDays } = (await readCaseSettings({ db, orgId })).settings;
  const { rows } = await sql<{ vain: number; since: number }>`
    select coalesce(extract(day from ${now} - c.resolved_at), 0)::int4 as since, (
      select count(*)::int4 from case_follow_up where org_id = ${orgId} and case_id = ${caseId} and outcome = 'not-reached' and done_at >= c.resolved_at) as vain
    from service_case c where c.org_id = ${orgId} and c.id = ${caseId}`.execute(db);
  const { vain = 0, since = 0 } = rows[0] ?? {};
  return { days: vain < attempts ? retryAfterDays : Math.max(retryAfterDays, followUpUntilDays - since) };
}

/** Plans a contact. */
export async function planFollowUp(
  { db, orgId, now }: Pick<Operation, 'db' | 'orgId' | 'now'>,
  caseId: string,
  { on, ownerId = null, reason = 'loop' }: PlannedContact,
): Promise<void> {
  const day = typeof on === 'string' ? sql`${on}::date` : sql`(${now}::timestamptz at time zone time_zone)::date + ${on.days}::int4`;
  await sql`insert into case_follow_up (org_id, id, case_id, due_on, owner_id, reason)
    select org_id, ${newId()}, ${caseId}, ${day}, ${ownerId}::uuid, ${reason} from organisation where org_id = ${orgId}`.execute(db);
}
