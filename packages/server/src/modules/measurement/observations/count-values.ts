import { sql } from 'kysely';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../../platform/operation.ts';
import { subjectsWithin } from '../subjects-within.ts';

export interface ValuesQuery {
  readonly indicatorId: string;
  readonly from: Date;
  readonly to: Date;
  readonly filter: SubjectFilter;
}

/** How often each value was observed, ascending, in stored units: what a test of ranks needs. `from` belongs to it, `to` no longer. */
export async function countValues(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  { indicatorId, from, to, filter }: ValuesQuery,
): Promise<{ readonly value: number; readonly count: number }[]> {
  const within = subjectsWithin(orgId, filter);
  const { rows } = await sql<{ value: number; count: number }>`
    select o.value::float8 as value, sum(o.n)::float8 as count from observation o
    where o.org_id = ${orgId} and o.indicator_id = ${indicatorId} and o.at >= ${from} and o.at < ${to}
      ${within === null ? sql`` : sql`and o.subject_id in (${within})`}
    group by 1 order by 1`.execute(db);
  return rows;
}
