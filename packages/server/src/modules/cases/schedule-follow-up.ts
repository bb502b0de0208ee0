import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

/** The customer is asked a month after the solution; the norm of complaint handling wants one to three months. */
export const firstFollowUp = { days: 30 };

/** Plans a contact, on a day or so many days from today in the organisation's zone. */
export async function planFollowUp(
  { db, orgId, now }: Pick<Operation, 'db' | 'orgId' | 'now'>,
  caseId: string,
  when: string | { readonly days: number },
): Promise<void> {
  const day = typeof when === 'string' ? sql`${when}::date` : sql`(${now}::timestamptz at time zone time_zone)::date + ${when.days}::int4`;
  await sql`insert into case_follow_up (org_id, id, case_id, due_on) select org_id, ${newId()}, ${caseId}, ${day} from organisation where org_id = ${orgId}`.execute(
    db,
  );
}
