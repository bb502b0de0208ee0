import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { spanOf } from '../../evaluation/index.ts';
import type { FoundIssue, Improvement } from './evidence.ts';
import type { Frame } from './frame.rules.ts';

/** Findings that were seen, open or closed in the period, in the scope of the report; the grave ones first. */
export async function readIssues({ db, orgId }: Operation, { period, zone, scope }: Frame): Promise<FoundIssue[]> {
  const { from, to } = spanOf(period, zone);
  const within = (column: 'service_id' | 'team_id' | 'site_id' | 'segment_id', id: string | undefined) =>
    id === undefined ? sql`true` : sql`${sql.ref(column)} = ${id}::uuid`;
  const { rows } = await sql<FoundIssue>`
    select id, number, title, severity, state, times, first_seen as "firstSeen", last_seen as "lastSeen" from reported_finding
    where org_id = ${orgId} and first_seen < ${to} and (closed_at is null or closed_at >= ${from})
      and ${within('service_id', scope.serviceId)} and ${within('team_id', scope.teamId)}
      and ${within('site_id', scope.siteId)} and ${within('segment_id', scope.segmentId)}
    order by array_position(array['high', 'medium', 'low'], severity), last_seen desc, id limit 200`.execute(db);
  return rows;
}

/** Projects that ran in the period, with what their verification said; those decided first. */
export async function readImprovements({ db, orgId }: Operation, { period, zone }: Frame): Promise<Improvement[]> {
  const { from, to } = spanOf(period, zone);
  const { rows } = await sql<Improvement>`
    select id, number, title, state, outcome, due_on::text as "dueOn", actions, done, late from reported_project
    where org_id = ${orgId} and created_at < ${to} and (ended_at is null or ended_at >= ${from})
    order by (outcome is null), due_on, id limit 200`.execute(db);
  return rows;
}
