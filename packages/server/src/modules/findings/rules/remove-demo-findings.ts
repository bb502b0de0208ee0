import { sql } from 'kysely';
import { appErrorOf } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** What people built on stays, as theirs: an analysis or a service failure keeps its finding. */
export async function removeDemoFindings({ db, orgId }: Operation): Promise<void> {
  await sql`update finding set merged_into = null where org_id = ${orgId} and demo and merged_into is not null`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from finding where org_id = ${orgId} and demo`.execute(db);
  for (const { id } of rows) {
    await sql`savepoint demo_finding`.execute(db);
    try {
      await sql`delete from finding where org_id = ${orgId} and id = ${id}`.execute(db);
    } catch (error) {
      if (appErrorOf(error)?.code !== 'reference_missing') throw error;
      await sql`rollback to savepoint demo_finding`.execute(db);
      await sql`update finding set demo = false where org_id = ${orgId} and id = ${id}`.execute(db);
    }
  }
}
