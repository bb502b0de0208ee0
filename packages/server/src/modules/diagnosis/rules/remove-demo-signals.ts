import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

export async function removeDemoSignals({ db, orgId }: Operation): Promise<void> {
  await sql`delete from signal where org_id = ${orgId} and demo`.execute(db);
  await sql`delete from signal_rule where org_id = ${orgId} and demo`.execute(db);
}
