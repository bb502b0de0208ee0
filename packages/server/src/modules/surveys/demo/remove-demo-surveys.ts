import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Removes the surveys of the demo with everything that hangs on them; sums and analyses go with their version and survey. */
export async function removeDemoSurveys({ db, orgId }: Operation): Promise<void> {
  const demo = sql`(select id from survey where org_id = ${orgId} and demo)`;
  const parts = [
    'survey_file',
    'survey_response',
    'survey_draft',
    'survey_invitation',
    'survey_quota',
    'survey_distribution',
    'survey_version',
  ];
  for (const table of parts) await sql`delete from ${sql.table(table)} where org_id = ${orgId} and survey_id in ${demo}`.execute(db);
  await sql`delete from survey where org_id = ${orgId} and demo`.execute(db);
}
