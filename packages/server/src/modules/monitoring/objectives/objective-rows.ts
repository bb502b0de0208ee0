import { sql, type RawBuilder } from 'kysely';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { ObjectiveRow } from '@zhiheng/contract/monitoring/objectives';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Record = Omit<ObjectiveRow, 'hasDraft' | 'retiredAt' | 'asOf'> & {
  readonly draft: ObjectiveDefinition | null;
  readonly retiredAt: Date | null;
  readonly asOf: Date | null;
};
export type FoundObjective = ObjectiveRow & { readonly draft: ObjectiveDefinition | null };

/** Objectives with how they stand, by code. `condition` speaks of `o`. */
export async function selectObjectives(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  condition: RawBuilder<unknown>,
): Promise<FoundObjective[]> {
  const { rows } = await sql<Record>`
    select o.id, o.code, o.name, o.version, o.revision, o.draft, o.retired_at as "retiredAt", v.definition, sv.name as "serviceName",
      s.status, coalesce(s.burning, '[]') as burning, s.as_of as "asOf",
      (select count(*)::int4 from objective_exclusion e where e.org_id = ${orgId} and e.objective_id = o.id and e.state = 'pending') as "pendingExclusions"
    from objective o
    left join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = o.version
    left join objective_state s on s.org_id = ${orgId} and s.objective_id = o.id
    left join service sv on sv.org_id = ${orgId} and sv.id = (coalesce(v.definition, o.draft) ->> 'serviceId')::uuid
    where o.org_id = ${orgId} and ${condition} order by o.code`.execute(db);
  return rows.map(({ retiredAt, asOf, ...row }) => ({
    ...row,
    ...{ hasDraft: row.draft !== null, retiredAt: retiredAt?.toISOString() ?? null, asOf: asOf?.toISOString() ?? null },
  }));
}

export async function findObjective(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<FoundObjective> {
  const [found] = await selectObjectives(operation, sql`o.id = ${id}`);
  if (found === undefined) throw notFound('objective');
  return found;
}

/** The same, held until the transaction ends. */
export async function lockObjective(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<FoundObjective> {
  await sql`select from objective where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findObjective(operation, id);
}

/** Without what only its own page shows. */
export const rowOf = ({ draft, ...row }: FoundObjective): ObjectiveRow => row;

/** What an objective is called in the log. */
export const entityOf = ({ id, name }: Pick<ObjectiveRow, 'id' | 'name'>) => ({ kind: 'objective', id, label: name.zh });
