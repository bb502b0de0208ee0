import { sql } from 'kysely';
import type { ProjectAction } from '@zhiheng/contract/improvement/projects';
import { houseDay } from '../../../platform/database/house-day.ts';
import type { Operation } from '../../../platform/operation.ts';

type Row = Omit<ProjectAction, 'doneAt'> & { readonly doneAt: Date | null };

/** The actions of a project in the order in which they begin. */
export async function readActions(operation: Operation, projectId: string): Promise<ProjectAction[]> {
  const { db, orgId, now } = operation;
  const today = await houseDay(operation, now);
  const { rows } = await sql<Row>`
    select a.id, a.phase, a.title, a.note, a.owner_id as "ownerId", o.name as owner, a.team_id as "teamId", t.name as team,
      to_char(a.start_on, 'YYYY-MM-DD') as "startOn", to_char(a.due_on, 'YYYY-MM-DD') as "dueOn", a.state, a.done_at as "doneAt", a.weight, a.version,
      a.state <> 'done' and coalesce(a.due_on < ${today}::date, false) as overdue, d.all as "dependsOn", d.waiting as "waitsFor", d.early as "beforePredecessor"
    from improvement_action a
    left join account o on o.org_id = ${orgId} and o.id = a.owner_id
    left join team t on t.org_id = ${orgId} and t.id = a.team_id
    cross join lateral (
      select coalesce(array_agg(n.id order by n.id), '{}') as all, coalesce(array_agg(n.id order by n.id) filter (where n.state <> 'done'), '{}') as waiting,
        coalesce(array_agg(n.id order by n.id) filter (where n.due_on >= a.start_on), '{}') as early
      from improvement_dependency l join improvement_action n on n.org_id = ${orgId} and n.id = l.needs_id
      where l.org_id = ${orgId} and l.action_id = a.id
    ) d
    where a.org_id = ${orgId} and a.project_id = ${projectId} order by a.start_on nulls last, a.due_on nulls last, a.id`.execute(db);
  return rows.map(({ doneAt, ...row }) => ({ ...row, doneAt: doneAt?.toISOString() ?? null }));
}
