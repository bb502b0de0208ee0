import { sql } from 'kysely';
import type { WidgetData } from '@zhiheng/contract/insight/shared-boards';
import type { Operation } from '../../../platform/operation.ts';

type Data<K extends WidgetData['kind']> = Extract<WidgetData, { kind: K }>;

const mostLatest = 5;

/** Findings by state, and the latest open ones. */
export async function readFindings({ db, orgId }: Operation, titles: boolean): Promise<Data<'findings'>> {
  const { rows: states } = await sql<{ key: string; n: number }>`
    select state as key, count(*)::int4 as n from board_finding where org_id = ${orgId} group by state order by state`.execute(db);
  if (!titles) return { kind: 'findings', states, latest: [] };
  const { rows: latest } = await sql<{ number: string; title: string; state: string }>`
    select number, coalesce(nullif(title ->> 'zh', ''), title ->> 'en', '') as title, state from board_finding
    where org_id = ${orgId} and state not in ('closed', 'dismissed') order by last_seen desc, id limit ${mostLatest}`.execute(db);
  return { kind: 'findings', states, latest };
}

/** Projects by state, what verifications said, and how many actions are late. */
export async function readProjects({ db, orgId, now }: Operation, titles: boolean): Promise<Data<'projects'>> {
  const { rows: states } = await sql<{ key: string; n: number }>`
    select state as key, count(*)::int4 as n from board_project where org_id = ${orgId} group by state order by state`.execute(db);
  const { rows: outcomes } = await sql<{ key: string; n: number }>`
    select outcome as key, count(*)::int4 as n from board_project where org_id = ${orgId} and outcome is not null group by outcome order by outcome`.execute(
    db,
  );
  const { rows: late } = await sql<{ overdue: number }>`
    select count(*)::int4 as overdue from board_action a join organisation o on o.org_id = ${orgId}
    where a.org_id = ${orgId} and a.done_at is null and a.due_on < (${now}::timestamptz at time zone o.time_zone)::date`.execute(db);
  const { rows: latest } = titles
    ? await sql<{ number: string; title: string; state: string }>`
        select number, title, state from board_project where org_id = ${orgId} and state not in ('closed', 'stopped')
        order by due_on, id limit ${mostLatest}`.execute(db)
    : { rows: [] };
  return { kind: 'projects', states, outcomes, overdue: late[0]?.overdue ?? 0, latest };
}
