import { sql } from 'kysely';
import type { CaseEntry } from '@zhiheng/contract/cases/case';
import type { Operation } from '../../platform/operation.ts';
import { announceCase } from './announce-case.ts';

interface Reply {
  readonly caseId: string;
  readonly entryId: string;
}

/** Writes on a reply what became of its mail. Of a case that was merged, the thread stands in the one that goes on. */
export async function recordDelivery(
  operation: Operation,
  { caseId, entryId }: Reply,
  delivery: NonNullable<CaseEntry['delivery']>,
): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ id: string }>`
    update case_entry set delivery = ${delivery}
    where org_id = ${orgId} and id = ${entryId} and delivery is distinct from ${delivery}
      and case_id in (select x from service_case c, unnest(array[c.id, c.merged_into]) x where c.org_id = ${orgId} and c.id = ${caseId})
    returning case_id as id`.execute(db);
  for (const { id } of rows) announceCase(operation, id);
}
