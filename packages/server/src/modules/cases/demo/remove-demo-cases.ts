import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Removes the cases of the demo with everything that hangs on them, also what people added. Returns how many there were. */
export async function removeDemoCases({ db, orgId }: Operation): Promise<number> {
  const demo = sql`(select id from service_case where org_id = ${orgId} and demo)`;
  // A case of somebody's own that was merged into one of these stands for itself again.
  await sql`update service_case set merged_into = null where org_id = ${orgId} and not demo and merged_into in ${demo}`.execute(db);
  // Asked of the catalogue: what some day refers to cases is not forgotten here.
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'org_id'
    where c.contype = 'f' and c.confrelid = 'service_case'::regclass and c.conrelid <> 'service_case'::regclass order by 1, 2`.execute(db);
  for (const { table, column } of rows) {
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and ${sql.ref(column)} in ${demo}`.execute(db);
  }
  const gone = await sql`delete from service_case where org_id = ${orgId} and demo`.execute(db);
  return Number(gone.numAffectedRows ?? 0n);
}
