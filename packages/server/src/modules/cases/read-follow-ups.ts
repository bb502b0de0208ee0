import { sql } from 'kysely';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { Operation } from '../../platform/operation.ts';

export type FollowUpRecord = ServiceCase['followUps'][number] & { readonly rating: number | null };
type Row = Omit<FollowUpRecord, 'doneAt'> & { readonly doneAt: Date | null };

/** Contacts after the solution, in the order in which they are due. */
export async function readFollowUps({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, caseId: string): Promise<FollowUpRecord[]> {
  const { rows } = await sql<Row>`
    select f.id, f.due_on as "dueOn", f.done_at as "doneAt", a.name as by, f.channel, f.outcome, f.note, f.rating, o.name as "ownerName", f.reason
    from case_follow_up f left join account a on a.org_id = ${orgId} and a.id = f.done_by
    left join account o on o.org_id = ${orgId} and o.id = f.owner_id
    where f.org_id = ${orgId} and f.case_id = ${caseId} order by f.due_on, f.id`.execute(db);
  return rows.map((row) => ({ ...row, doneAt: row.doneAt?.toISOString() ?? null }));
}
