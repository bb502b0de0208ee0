import { sql, type RawBuilder } from 'kysely';
import type { CaseField } from '@zhiheng/contract/causes/evidence';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../platform/operation.ts';
import { visibleTo } from './visible-cases.ts';

export interface LevelsQuery {
  readonly field: CaseField;
  readonly from: Date;
  readonly to: Date;
  readonly filter: SubjectFilter;
}

/** What a case says in a field; categories by code, reopening as yes or no. */
const levels = {
  type: sql`c.type`,
  priority: sql`c.priority`,
  channel: sql`c.channel`,
  severity: sql`coalesce(c.severity, 'none')`,
  cause: sql`coalesce(c.cause, 'none')`,
  category: sql`coalesce(k.code, 'none')`,
  reopened: sql`case when c.reopened > 0 then 'yes' else 'no' end`,
} as const satisfies Readonly<Record<CaseField, RawBuilder<unknown>>>;

/** How many cases opened in a stretch of time have each level of a field; merged and cancelled ones, and those the caller may not see, are left out. */
export async function countLevels(operation: Operation, { field, from, to, filter }: LevelsQuery): Promise<ReadonlyMap<string, number>> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ level: string; count: number }>`
    select ${levels[field]} as level, count(*)::int4 as count from service_case c
    left join case_category k on k.org_id = ${orgId} and k.id = c.category_id
    where c.org_id = ${orgId} and c.opened_at >= ${from} and c.opened_at < ${to} and c.status not in ('merged', 'cancelled')
      and ${visibleTo(operation.actor)} and ${placesOf(orgId, filter)}
    group by 1`.execute(db);
  return new Map(rows.map(({ level, count }) => [level, count]));
}

const places = [
  ['serviceId', 'service', 'service_id'],
  ['teamId', 'team', 'team_id'],
  ['siteId', 'site', 'site_id'],
  ['segmentId', 'segment', 'segment_id'],
] as const;

/** A service, team, site or segment includes what lies below it. */
function placesOf(orgId: string, filter: SubjectFilter): RawBuilder<unknown> {
  const conditions = places.flatMap(([part, table, column]) => {
    const id = filter[part];
    if (id === undefined) return [];
    return [
      sql`${sql.ref(`c.${column}`)} in (with recursive tree as (select ${id}::uuid as id
        union select u.id from ${sql.table(table)} u join tree t on u.parent_id = t.id where u.org_id = ${orgId}) select id from tree)`,
    ];
  });
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
