import { sql } from 'kysely';
import type { recountProgress as endpoint } from '@zhiheng/contract/cases/recounts';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../platform/operation.ts';
import { readAgreementsInForce } from '../agreements/index.ts';
import { isOpen } from './filter-cases.ts';

/** How far the counting after a publication is. */
export async function readRecount(operation: Operation): Promise<Reply<typeof endpoint>> {
  const { revision } = await readAgreementsInForce(operation);
  const { rows } = await sql<Reply<typeof endpoint>>`
    select count(*)::int4 as "openCases", count(*) filter (where c.counted_with <> ${revision})::int4 as waiting
    from service_case c where c.org_id = ${operation.orgId} and ${isOpen}`.execute(operation.db);
  return rows[0] ?? { openCases: 0, waiting: 0 };
}
