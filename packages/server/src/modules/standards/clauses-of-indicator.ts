import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { clausesOfIndicator as endpoint } from '@zhiheng/contract/standards/standards';
import type { Operation } from '../../platform/operation.ts';
import { inForce } from './standard-rows.ts';

type Found = Reply<typeof endpoint>;

/** Clauses in force today that an indicator tests. */
export async function readClausesOf(operation: Operation, indicator: string): Promise<Found['items']> {
  const { rows } = await sql<Found['items'][number]>`
    select s.id as "standardId", s.name as standard, f.number, k as clause
    from standard s join ${inForce(operation)} on true cross join lateral jsonb_array_elements(f.clauses) with ordinality e (k, place)
    where s.org_id = ${operation.orgId} and s.deleted_at is null and k -> 'indicators' ? ${indicator}::text
    order by s.code, place`.execute(operation.db);
  return rows;
}

export const clausesOfIndicator = async (
  operation: Operation,
  { query }: { readonly query: { readonly indicator: string } },
): Promise<Found> => ({
  items: await readClausesOf(operation, query.indicator),
});
