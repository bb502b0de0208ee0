import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Removes the campaigns of the demo; moves, results, findings and recipients go with them. A real finding loses the demo's campaign as its follow-up. */
export async function removeDemoCampaigns({ db, orgId }: Operation): Promise<void> {
  await sql`update campaign_finding set follow_up_id = null where org_id = ${orgId}
    and follow_up_id in (select id from campaign where org_id = ${orgId} and demo)`.execute(db);
  await sql`delete from campaign where org_id = ${orgId} and demo`.execute(db);
}
