import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** Ids of services, teams, sites and segments by kind and code, such as `site east-campus`. */
export type Units = ReadonlyMap<string, string>;

export async function readUnits({ db, orgId }: Operation): Promise<Units> {
  const { rows } = await sql<{ name: string; id: string }>`
    select 'service ' || code as name, id from service where org_id = ${orgId} and deleted_at is null
    union all select 'team ' || code, id from team where org_id = ${orgId} and deleted_at is null
    union all select 'site ' || code, id from site where org_id = ${orgId} and deleted_at is null
    union all select 'segment ' || code, id from segment where org_id = ${orgId} and deleted_at is null`.execute(db);
  return new Map(rows.map(({ name, id }) => [name, id]));
}
