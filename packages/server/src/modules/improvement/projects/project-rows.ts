import { sql, type RawBuilder } from 'kysely';
import type { Project, ProjectProgress, ProjectRow } from '@zhiheng/contract/improvement/projects';
import type { Operation } from '../../../platform/operation.ts';

/** A row of projects as it is read. */
export interface ProjectRowRecord extends Omit<ProjectRow, 'updatedAt' | 'progress'> {
  readonly updatedAt: Date;
  readonly actions: number;
  readonly done: number;
  readonly late: number;
  readonly weight: number;
  readonly doneWeight: number;
}

/** Columns of `p` as a list shows them; `today` is the day of the house. */
export const rowColumns = (today: string): RawBuilder<unknown> => sql`
  p.id, p.number, p.title, p.template, p.state, p.outcome, p.owner_id as "ownerId", o.name as owner,
  to_char(p.start_on, 'YYYY-MM-DD') as "startOn", to_char(p.due_on, 'YYYY-MM-DD') as "dueOn",
  p.due_on < ${today}::date and p.state not in ('closed', 'stopped') as overdue, p.updated_at as "updatedAt",
  s.actions, s.done, s.late, s.weight, s.done_weight as "doneWeight"`;

/** The project with its owner and the sums of its actions. */
export const projectsFrom = ({ orgId }: Pick<Operation, 'orgId'>, today: string): RawBuilder<unknown> => sql`
  improvement_project p left join account o on o.org_id = ${orgId} and o.id = p.owner_id
  cross join lateral (
    select count(*)::int4 as actions, count(*) filter (where state = 'done')::int4 as done,
      count(*) filter (where state <> 'done' and due_on < ${today}::date)::int4 as late,
      coalesce(sum(weight), 0)::float8 as weight, coalesce(sum(weight) filter (where state = 'done'), 0)::float8 as done_weight
    from improvement_action where org_id = ${orgId} and project_id = p.id
  ) s`;

export function projectRowOf({ updatedAt, actions, done, late, weight, doneWeight, ...row }: ProjectRowRecord): ProjectRow {
  const progress: ProjectProgress = { actions, done, overdue: late, share: weight === 0 ? null : doneWeight / weight };
  return { ...row, progress, updatedAt: updatedAt.toISOString() };
}

/** What a project is called in the log. */
export const entityOf = ({ id, number, title }: Pick<Project, 'id' | 'number' | 'title'>) => ({
  kind: 'project',
  id,
  label: `${number} ${title}`,
});
