import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Removes the projects of the demo; actions, links and moves go with them. */
export async function removeDemoProjects({ db, orgId }: Operation): Promise<void> {
  await sql`delete from improvement_project where org_id = ${orgId} and demo`.execute(db);
}
