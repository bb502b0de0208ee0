import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';

/**
 * First instants of the months that hold any observation, newest first. Walks the index from month to month, so that it costs
 * by the number of months and not of rows.
 */
export async function readMonths({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Date[]> {
  const newest = (before: ReturnType<typeof sql>) => sql`
    select bucket from rollup where org_id = ${orgId} and grain = 'month' and n > 0 ${before} order by bucket desc limit 1`;
  const { rows } = await sql<{ bucket: Date }>`
    with recursive merged as (
      (${newest(sql``)})
      union all
      select r.bucket from merged m cross join lateral (${newest(sql`and bucket < m.bucket`)}) r
    )
    select bucket from merged
    union select bucket from rollup_delta where org_id = ${orgId} and grain = 'month' and n > 0
    order by 1 desc`.execute(db);
  return rows.map((row) => row.bucket);
}
