import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { houseDay } from '../../../platform/database/house-day.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { entityOf } from '../projects/project-rows.ts';

interface Late {
  readonly actionId: string;
  readonly title: string;
  readonly id: string;
  readonly number: string;
  readonly projectTitle: string;
  readonly ownerId: string | null;
  readonly dueOn: string;
  readonly days: number;
  readonly level: 1 | 2 | 3;
  readonly leadIds: readonly string[];
}

/** Records of each late action how far it must be told: at once the owner, after three days the lead of the team, after seven quality management. */
export async function tellLateActions(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_late_actions(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    await inOrganisation(root, orgId, async (db) => {
      const operation = { db, orgId, actor: systemActor, now };
      const late = await raiseLate(operation);
      const events = late.map(({ id, number, projectTitle, ...data }) => ({
        type: data.level === 1 ? ('action.overdue' as const) : ('action.escalated' as const),
        entity: entityOf({ id, number, title: projectTitle }),
        data: { ...data },
      }));
      await recordEvents(operation, events);
    });
  }
}

/** Each action is raised to the level that its delay asks for, over one that was missed while the server was down. */
async function raiseLate(operation: Operation): Promise<Late[]> {
  const { db, orgId, now } = operation;
  const today = await houseDay(operation, now);
  const { rows } = await sql<Late>`
    with late as (
      select a.id, ${today}::date - a.due_on as days from improvement_action a
      join improvement_project p on p.org_id = ${orgId} and p.id = a.project_id and p.deleted_at is null and p.state in ('running', 'verifying')
      where a.org_id = ${orgId} and a.state <> 'done' and a.due_on < ${today}::date
    ), level as (
      select id, days, case when days > 7 then 3 when days > 3 then 2 else 1 end as level from late
    ), raised as (
      update improvement_action a set told_late = l.level from level l
      where a.org_id = ${orgId} and a.id = l.id and a.told_late < l.level
      returning a.id, a.project_id, a.title, a.owner_id, a.team_id, a.due_on, l.days, l.level
    )
    select r.id as "actionId", r.title, p.id, p.number, p.title as "projectTitle", coalesce(r.owner_id, p.owner_id) as "ownerId",
      to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", r.days, r.level,
      array(select distinct m.account_id from team_member m where m.org_id = ${orgId} and m.lead and m.team_id in (
        select r.team_id union all select o.team_id from team_member o where o.org_id = ${orgId} and r.team_id is null and o.account_id = r.owner_id
      )) as "leadIds"
    from raised r join improvement_project p on p.org_id = ${orgId} and p.id = r.project_id order by p.number, r.due_on, r.id`.execute(db);
  return rows;
}
