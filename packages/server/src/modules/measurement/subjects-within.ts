import { sql, type RawBuilder } from 'kysely';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';

const parts = [
  { filter: 'serviceId', table: 'service', column: 'service_id' },
  { filter: 'teamId', table: 'team', column: 'team_id' },
  { filter: 'siteId', table: 'site', column: 'site_id' },
  { filter: 'segmentId', table: 'segment', column: 'segment_id' },
] as const;

/** Query of the subject ids inside a slice; a service, team, site or segment includes what lies below it. Null: no filter. */
export function subjectsWithin(orgId: string, filter: SubjectFilter): RawBuilder<unknown> | null {
  const active = parts.flatMap((part) => {
    const id = filter[part.filter];
    return id === undefined ? [] : [sql`and ${sql.ref(part.column)} in (${below(orgId, part.table, id)})`];
  });
  return active.length === 0 ? null : sql`select id from subject where org_id = ${orgId} ${sql.join(active, sql` `)}`;
}

const below = (orgId: string, table: string, id: string): RawBuilder<unknown> => sql`
  with recursive tree as (
    select ${id}::uuid as id
    union select c.id from ${sql.table(table)} c join tree t on c.parent_id = t.id where c.org_id = ${orgId}
  ) select id from tree`;
