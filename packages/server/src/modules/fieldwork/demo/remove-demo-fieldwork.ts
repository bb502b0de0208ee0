import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { removeDemoAccounts } from '../../identity/index.ts';

/** Removes the studies of the demo with everything that hangs on them, and the people it told of. */
export async function removeDemoFieldwork(operation: Operation): Promise<void> {
  const { db, orgId } = operation;
  const studies = sql`(select id from field_study where org_id = ${orgId} and demo)`;
  const sessions = sql`(select id from field_session where org_id = ${orgId} and study_id in ${studies})`;
  // What somebody made of the demo stays, and is compared with nothing then.
  await sql`update field_study set previous_id = null where org_id = ${orgId} and previous_id in ${studies} and not demo`.execute(db);
  for (const table of ['field_quote', 'field_sheet', 'field_participant', 'field_rater'])
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and session_id in ${sessions}`.execute(db);
  await sql`delete from field_session where org_id = ${orgId} and study_id in ${studies}`.execute(db);
  for (const part of [sql`parent_id is not null`, sql`true`])
    await sql`delete from field_code where org_id = ${orgId} and study_id in ${studies} and ${part}`.execute(db);
  await sql`delete from field_guide where org_id = ${orgId} and study_id in ${studies}`.execute(db);
  await sql`delete from field_study where org_id = ${orgId} and demo`.execute(db);
  await removeDemoAccounts(operation);
}
