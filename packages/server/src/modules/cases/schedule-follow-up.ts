import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

export interface PlannedContact {
  /** a day, or so many days from today in the organisation's zone */
  readonly on: string | { readonly days: number };
  /** whose task it is; null: the team's */
  readonly ownerId?: string | null;
  readonly reason?: 'loop' | 'low-rating';
}

/** The customer is asked a month after the solution; the norm of complaint handling wants one to three months. */
export const firstFollowUp: PlannedContact = { on: { days: 30 } };

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
