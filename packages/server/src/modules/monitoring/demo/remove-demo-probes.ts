import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { retractObservations } from '../../measurement/index.ts';
import { probeSource } from '../probes/probe-indicators.ts';

/** Removes the probes and objectives of the demo with what they saw. A probe on which somebody has promised something of their own stays, without its past. */
export async function removeDemoProbes(operation: Operation): Promise<void> {
  const { db, orgId } = operation;
  await sql`delete from objective where org_id = ${orgId} and demo`.execute(db);
  const { rows } = await sql<{ id: string }>`select id from probe where org_id = ${orgId} and demo`.execute(db);
  const ids = rows.map(({ id }) => id);
  await retractObservations(operation, probeSource, ids);
  for (const table of ['probe_run', 'probe_day'])
    await sql`delete from ${sql.table(table)} where org_id = ${orgId} and probe_id = any(${ids}::uuid[])`.execute(db);
  await sql`update probe p set demo = false where p.org_id = ${orgId} and p.demo and exists (
    select from objective o left join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = o.version
    where o.org_id = ${orgId} and p.id::text in (v.definition -> 'source' ->> 'probeId', o.draft -> 'source' ->> 'probeId'))`.execute(db);
  await sql`delete from probe where org_id = ${orgId} and demo`.execute(db);
}
