import { sql, type RawBuilder } from 'kysely';
import type { Unit, UnitKind } from '@zhiheng/contract/organisation/organisation';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

/** The table of a kind of unit; also its name in the log and in the trash. */
export const unitTables = { teams: 'team', sites: 'site', segments: 'segment' } as const satisfies Record<UnitKind, string>;
export type UnitTable = (typeof unitTables)[UnitKind];

/** Units that are not in the trash, by code, with the number of subjects that name them. `condition` speaks of `u`. */
export async function selectUnits(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  table: UnitTable,
  condition: RawBuilder<unknown>,
): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select u.id, u.code, u.name, u.parent_id as "parentId", coalesce(s.subjects, 0)::int as subjects
    from ${sql.table(table)} u
    left join (select ${sql.ref(`${table}_id`)} as unit_id, count(*) as subjects from subject where org_id = ${orgId} group by 1) s on s.unit_id = u.id
    where u.org_id = ${orgId} and u.deleted_at is null and ${condition}
    order by u.code`.execute(db);
  return rows;
}

export async function readUnit(operation: Pick<Operation, 'db' | 'orgId'>, table: UnitTable, id: string): Promise<Unit> {
  const [unit] = await selectUnits(operation, table, sql`u.id = ${id}`);
  if (unit === undefined) throw notFound(table);
  return unit;
}
