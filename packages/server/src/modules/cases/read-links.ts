import { sql } from 'kysely';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { Operation } from '../../platform/operation.ts';
import { visibleTo } from './visible-cases.ts';

/** What a case is linked with, from either side; cases that the caller may not see stay unnamed. */
export async function readLinks({ db, orgId, actor }: Operation, caseId: string): Promise<ServiceCase['links']> {
  const { rows } = await sql<ServiceCase['links'][number]>`
    select l.kind, c.id, c.number, c.subject, c.status
    from (
      select kind, other_id as id from case_link where org_id = ${orgId} and case_id = ${caseId}
      union select kind, case_id from case_link where org_id = ${orgId} and other_id = ${caseId}
    ) l join service_case c on c.org_id = ${orgId} and c.id = l.id
    where ${visibleTo(actor)} order by c.number`.execute(db);
  return rows;
}
