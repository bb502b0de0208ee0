import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Removes the feedback of the demo with whom it made somebody follow up, and the needs and features of the demo; what rests on them goes with them. */
export async function removeDemoFeedback({ db, orgId }: Operation): Promise<void> {
  await sql`delete from follow_up where org_id = ${orgId}
    and (demo or feedback_id in (select id from feedback where org_id = ${orgId} and demo))`.execute(db);
  for (const table of ['customer_need', 'service_feature', 'competitor', 'feedback'])
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and demo`.execute(db);
  // A theme that speaks in real feedback as well has become the house's own.
  await sql`delete from feedback_theme t where t.org_id = ${orgId} and t.demo
    and not exists (select from feedback f where f.org_id = ${orgId} and t.id = any(f.theme_ids))`.execute(db);
}
