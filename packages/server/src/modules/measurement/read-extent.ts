import { sql } from 'kysely';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../platform/operation.ts';
import { subjectsWithin } from './subjects-within.ts';

/** How much was measured in a stretch of time: what a figure's reader wants to know first. */
export interface Extent {
  readonly services: number;
  readonly sites: number;
  /** pairs of indicator and subject */
  readonly series: number;
  readonly observations: number;
}

interface ExtentQuery {
  /** months by their first instants, from inclusive, to exclusive */
  readonly from: Date;
  readonly to: Date;
  readonly filter: SubjectFilter;
}

/** Counted from the monthly rollups, never from the observations themselves. */
export async function readExtent({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, { from, to, filter }: ExtentQuery): Promise<Extent> {
  const within = subjectsWithin(orgId, filter);
  const part = (table: 'rollup' | 'rollup_delta') => sql`
    select indicator_id, subject_id, n from ${sql.table(table)} where org_id = ${orgId} and grain = 'month'
      and bucket >= ${from} and bucket < ${to} ${within === null ? sql`` : sql`and subject_id in (${within})`}`;
  const { rows } = await sql<Extent>`
    with series as (
      select indicator_id, subject_id, sum(n) as n from (${part('rollup')} union all ${part('rollup_delta')}) r
      group by 1, 2 having sum(n) > 0
    ),
    subjects as (select subject_id, count(*) as series, sum(n) as n from series group by 1)
    select count(distinct s.service_id)::int as services, count(distinct s.site_id)::int as sites,
      coalesce(sum(t.series), 0)::int as series, coalesce(sum(t.n), 0)::float8 as observations
    from subjects t join subject s on s.org_id = ${orgId} and s.id = t.subject_id`.execute(db);
  return rows[0] ?? { services: 0, sites: 0, series: 0, observations: 0 };
}
