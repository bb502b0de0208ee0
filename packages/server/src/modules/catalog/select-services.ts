import { sql, type RawBuilder } from 'kysely';
import type { Service } from '@zhiheng/contract/catalog/services';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

interface Row extends Omit<Service, 'updatedAt'> {
  readonly updatedAt: Date;
}

/** Services that are not in the trash, by code. What they depend on is named only while it is there. `condition` speaks of `s`. */
export async function selectServices({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, condition: RawBuilder<unknown>): Promise<Service[]> {
  const { rows } = await sql<Row>`
    select s.id, s.code, s.name, s.type, s.description, s.customers, s.owner_id as "ownerId", a.name as "ownerName",
      s.team_id as "teamId", t.name as "teamName", s.channels, s.state, s.parent_id as "parentId",
      coalesce(d.ids, '{}') as "dependsOn", s.version, s.updated_at as "updatedAt"
    from service s
    left join account a on a.org_id = s.org_id and a.id = s.owner_id
    left join team t on t.org_id = s.org_id and t.id = s.team_id
    left join (
      select d.service_id, array_agg(d.depends_on_id order by other.code) as ids
      from service_dependency d join service other on other.org_id = d.org_id and other.id = d.depends_on_id and other.deleted_at is null
      where d.org_id = ${orgId} group by d.service_id
    ) d on d.service_id = s.id
    where s.org_id = ${orgId} and s.deleted_at is null and ${condition}
    order by s.code`.execute(db);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

export async function readService(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<Service> {
  const [service] = await selectServices(operation, sql`s.id = ${id}`);
  if (service === undefined) throw notFound('service');
  return service;
}
