import { sql } from 'kysely';
import { urgentKinds } from '@zhiheng/contract/notifications/notifications';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { queueChosen, queueForRooms, type Chosen } from './channels/queue-deliveries.ts';
import { momentFor, type Patience } from './quiet.rules.ts';
import { leadersHour, usualWishes } from './wishes.rules.ts';
import type { NoticeDraft } from './notices.rules.ts';

export const notificationChannel = 'notified';
/** NOTIFY carries 8,000 bytes. */
const mostAtOnce = 150;

interface Told extends Patience {
  readonly n: number;
  readonly accountId: string;
  readonly app: boolean;
  readonly mail: boolean;
  readonly channels: readonly string[];
}

/** Tells people, each thing once. Nobody hears of a case that they may not see, of what they did themselves, or of what they do not want. Returns how many were told. */
export async function notify(operation: Operation, drafts: readonly NoticeDraft[]): Promise<number> {
  if (drafts.length === 0) return 0;
  await queueForRooms(operation, drafts);
  const told = (await findRecipients(operation, drafts)).flatMap((person) => {
    const draft = drafts[person.n];
    return draft === undefined ? [] : [{ person, draft, row: rowOf(operation, person, draft) }];
  });
  if (told.length === 0) return 0;
  const written = await operation.db
    .insertInto('notification')
    .values(told.map(({ row }) => row))
    .onConflict((conflict) => conflict.constraint('notification_told').doNothing())
    .returning(['id', 'account_id'])
    .execute();
  const ids = new Set(written.map(({ id }) => id));
  await queueChosen(
    operation,
    told.filter(({ row }) => ids.has(row.id)).flatMap(({ person, draft }) => chosenOf(operation, person, draft)),
  );
  await announce(
    operation,
    written.map((row) => row.account_id),
  );
  return written.length;
}

function rowOf({ orgId, now }: Operation, person: Told, { kind, key, at, entity, params }: NoticeDraft) {
  const urgent = urgentKinds.has(kind);
  const mail_at = person.mail ? momentFor(now, person, { urgent, gathered: kind !== 'digest' }) : null;
  return {
    ...{ org_id: orgId, id: newId(), account_id: person.accountId, at, kind, key, params: JSON.stringify(params) },
    ...{ entity_kind: entity.kind, entity_id: entity.id, label: entity.label, read_at: person.app ? null : now },
    ...{ mail: person.mail ? 'waiting' : null, mail_at, mail_gathered: person.gather !== 'at-once' && !urgent && kind !== 'digest' },
  };
}

function chosenOf({ now }: Operation, person: Told, draft: NoticeDraft): Chosen[] {
  const sendAt = momentFor(now, person, { urgent: urgentKinds.has(draft.kind), gathered: false });
  return person.channels.map((channelId) => ({ channelId, accountId: person.accountId, draft, sendAt }));
}

async function announce({ db, orgId }: Operation, accounts: readonly string[]): Promise<void> {
  const told = [...new Set(accounts)];
  for (let at = 0; at < told.length; at += mostAtOnce) {
    const payload = JSON.stringify({ orgId, accountIds: told.slice(at, at + mostAtOnce) });
    await sql`select pg_notify(${notificationChannel}, ${payload})`.execute(db);
  }
}

function roleOf(to: NoticeDraft['to']) {
  if (typeof to === 'string') return { role: to, account_id: null, team_id: null };
  if ('teamId' in to) return { role: 'members', account_id: null, team_id: to.teamId };
  return { role: 'account', account_id: to.accountId, team_id: null };
}

const searched = ({ kind, key, to, entity, by, alert }: NoticeDraft, n: number) => ({
  ...{ n, kind, key, by, alert, case_id: entity.kind === 'case' ? entity.id : null, ...usualWishes[kind] },
  ...roleOf(to),
});

async function findRecipients({ db, orgId }: Operation, drafts: readonly NoticeDraft[]): Promise<Told[]> {
  const list = drafts.map(searched);
  const { rows } = await sql<Told>`/* find-recipients */
    select distinct on (p.account_id, d.key) d.n, p.account_id as "accountId", wish.app, wish.mail, wish.channels, coalesce(s.gather, 'at-once') as gather,
      coalesce(s.time_zone, o.time_zone) as "timeZone", coalesce(s.digest_hour, ${leadersHour}) as hour,
      case when s.quiet_from is not null
        then jsonb_build_object('from', s.quiet_from, 'to', s.quiet_to, 'urgentPasses', s.urgent_passes) end as quiet
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as d(n int4, kind text, key text, role text, account_id uuid, team_id uuid, by uuid, alert boolean, case_id uuid, app boolean, mail boolean)
    left join service_case c on c.org_id = ${orgId} and c.id = d.case_id
    cross join lateral (
      select d.account_id where d.role = 'account'
      union all select m.account_id from team_member m where d.role = 'members' and m.org_id = ${orgId} and m.team_id = d.team_id
      union all select c.assignee_id where d.role = 'assignee'
      union all select m.account_id from team_member m where d.role = 'team' and m.org_id = ${orgId} and m.team_id = c.team_id
      union all select m.account_id from team_member m where d.role = 'team-lead' and m.org_id = ${orgId} and m.team_id = c.team_id and m.lead
      union all select s.owner_id from service s where d.role = 'owner' and s.org_id = ${orgId} and s.id = c.service_id
      union all select ar.account_id from account_role ar join role r on r.org_id = ${orgId} and r.id = ar.role_id
        where d.role = 'quality-manager' and ar.org_id = ${orgId} and r.code = 'quality-manager'
    ) p(account_id)
    join account a on a.org_id = ${orgId} and a.id = p.account_id and a.state = 'active' and a.deleted_at is null
    cross join lateral (
      select coalesce(bool_or('cases.read' = any(r.permissions)), false) as reads, coalesce(bool_or('cases.restricted' = any(r.permissions)), false) as all_of_them
      from account_role ar join role r on r.org_id = ${orgId} and r.id = ar.role_id where ar.org_id = ${orgId} and ar.account_id = a.id
    ) may
    join organisation o on o.org_id = ${orgId}
    left join notification_setting s on s.org_id = ${orgId} and s.account_id = a.id
    cross join lateral (
      select coalesce((s.kinds -> d.kind ->> 'app')::boolean, d.app) as app, coalesce((s.kinds -> d.kind ->> 'mail')::boolean, d.mail) as mail,
        coalesce(s.kinds -> d.kind -> 'channels', '[]') as channels
    ) wish
    where a.id is distinct from d.by and (wish.app or wish.mail or wish.channels <> '[]')
      and (d.case_id is null or (c.id is not null and may.reads
        and (not c.restricted or may.all_of_them or c.assignee_id = a.id or c.first_contact_id = a.id)))
      and (not d.alert or c.status not in ('closed', 'cancelled', 'merged'))
    order by p.account_id, d.key, d.n`.execute(db);
  return rows;
}
