import { sql, type RawBuilder } from 'kysely';
import type { CaseCategory, listCaseCategories } from '@zhiheng/contract/cases/categories';
import type { Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** Categories that are not in the trash, by code, with the number of their open cases. `condition` speaks of `k`. */
async function selectCategories({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, condition: RawBuilder<unknown>): Promise<CaseCategory[]> {
  const { rows } = await sql<CaseCategory>`
    select k.id, k.code, k.name, k.parent_id as "parentId", k.types, k.team_id as "teamId", coalesce(n.cases, 0) as cases
    from case_category k
    left join (
      select category_id, count(*)::int4 as cases from service_case
      where org_id = ${orgId} and status not in ('closed', 'cancelled', 'merged') and category_id is not null group by category_id
    ) n on n.category_id = k.id
    where k.org_id = ${orgId} and k.deleted_at is null and ${condition} order by k.code`.execute(db);
  return rows;
}

export const listCategories = async (operation: Operation): Promise<Reply<typeof listCaseCategories>> => ({
  items: await selectCategories(operation, sql`true`),
});

export async function readCategory(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<CaseCategory> {
  const [category] = await selectCategories(operation, sql`k.id = ${id}`);
  if (category === undefined) throw notFound('case_category');
  return category;
}
