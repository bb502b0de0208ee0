import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { notify } from './notify.ts';
import type { NoticeDraft } from './notices.rules.ts';

/** Reminds of contacts that are due and sends the summaries of the day, in every organisation. Several processes may do so at the same time. */
export async function remind(root: Db, now = new Date()): Promise<void> {
  const { rows: due } = await sql<{ orgId: string }>`select organisations_with_due_follow_ups(${now}) as "orgId"`.execute(root);
  for (const { orgId } of due) await inOrganisation(root, orgId, (db) => remindOfFollowUps({ db, orgId, actor: systemActor, now }));
  const { rows: readers } = await sql<DueDigest & { orgId: string }>`
    select org_id as "orgId", account_id as "accountId", day::text as day from accounts_with_due_digest(${now})`.execute(root);
  for (const { orgId, ...reader } of readers) {
    await inOrganisation(root, orgId, (db) => sendDigest({ db, orgId, actor: systemActor, now }, reader));
  }
}

interface DueFollowUp {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly dueOn: string;
}

async function remindOfFollowUps(operation: Operation): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<DueFollowUp>`
    update case_follow_up f set reminded_at = ${now} from service_case c, organisation o
    where f.org_id = ${orgId} and f.done_at is null and f.reminded_at is null and c.org_id = ${orgId} and c.id = f.case_id and o.org_id = ${orgId}
      and (f.due_on + time '08:00') at time zone o.time_zone <= ${now}
    returning f.id, f.case_id as "caseId", c.number, f.due_on::text as "dueOn"`.execute(db);
  const drafts = rows.map(({ id, caseId, number, dueOn }): NoticeDraft => ({
    ...{ kind: 'follow-up-due', key: `follow-up/${id}`, at: now, to: 'assignee', by: null, alert: false },
    ...{ entity: { kind: 'case', id: caseId, label: number }, params: { dueOn } },
  }));
  await notify(operation, drafts);
}

interface DueDigest {
  readonly accountId: string;
  readonly day: string;
}

interface Counts {
  readonly overdue: number;
  readonly dueToday: number;
  readonly followUps: number;
}

/** One summary of what is one's own and of the teams one leads; a day on which nothing waits has none. */
async function sendDigest(operation: Operation, { accountId, day }: DueDigest): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows: taken } = await sql`
    insert into notification_digest as d (org_id, account_id, day) values (${orgId}, ${accountId}, ${day})
    on conflict (org_id, account_id) do update set day = excluded.day where d.day < excluded.day returning 1`.execute(db);
  if (taken.length === 0) return;
  const { overdue, dueToday, followUps } = await countWaiting(operation, { accountId, day });
  if (overdue + dueToday + followUps === 0) return;
  const entity = { kind: 'digest', id: day, label: day };
  const params = { day, overdue, dueToday, followUps };
  await notify(operation, [{ kind: 'digest', key: `digest/${day}`, at: now, to: { accountId }, entity, by: null, alert: false, params }]);
}

async function countWaiting({ db, orgId, now }: Operation, { accountId, day }: DueDigest): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with reader as (
      select coalesce(s.time_zone, o.time_zone) as zone, array(
        select team_id from team_member where org_id = ${orgId} and account_id = ${accountId} and lead) as teams
      from organisation o left join notification_setting s on s.org_id = ${orgId} and s.account_id = ${accountId} where o.org_id = ${orgId}),
    waiting as (
      select c.id, c.due_at from service_case c cross join reader
      where c.org_id = ${orgId} and c.status not in ('closed', 'cancelled', 'merged') and (c.assignee_id = ${accountId} or c.team_id = any(reader.teams)))
    select count(*) filter (where due_at <= ${now})::int4 as overdue,
      count(*) filter (where due_at > ${now} and due_at < (${day}::date + 1)::timestamp at time zone reader.zone)::int4 as "dueToday",
      (select count(*)::int4 from case_follow_up f join waiting w on w.id = f.case_id
        where f.org_id = ${orgId} and f.done_at is null and f.due_on <= ${day}::date) as "followUps"
    from reader left join waiting on true group by reader.zone`.execute(db);
  return rows[0] ?? { overdue: 0, dueToday: 0, followUps: 0 };
}
