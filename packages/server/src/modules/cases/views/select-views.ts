import { sql, type RawBuilder } from 'kysely';
import type { CaseView } from '@zhiheng/contract/cases/views';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { countFound } from '../list-cases.ts';

/** Beyond this a view only says that it is long. */
const mostCounted = 1000;

/** Views that the caller may use, one's own first, each with the number of cases it shows; null beyond a thousand. */
export async function selectViews(operation: Operation, condition: RawBuilder<unknown>): Promise<CaseView[]> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<Omit<CaseView, 'count'>>`
    select v.id, v.name, v.filter, v.sort as order, v.shared, v.owner_id is not distinct from ${actor.accountId}::uuid as mine
    from case_view v
    where v.org_id = ${orgId} and (v.shared or v.owner_id = ${actor.accountId}::uuid) and ${condition} order by mine desc, v.name, v.id`.execute(
    db,
  );
  const views: CaseView[] = [];
  for (const view of rows) {
    const count = await countFound(operation, view.filter, mostCounted);
    views.push({ ...view, count: count > mostCounted ? null : count });
  }
  return views;
}

export async function readView(operation: Operation, id: string): Promise<CaseView> {
  const [view] = await selectViews(operation, sql`v.id = ${id}`);
  if (view === undefined) throw notFound('case_view');
  return view;
}
