import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import { digestFirings } from '@zhiheng/sla-clock/escalation';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { queueMail } from '../mail/index.ts';
import { mailOf, type MailedNotice } from './mail-words.rules.ts';

/** Alerts of a storm come in one mail: after three at once, the rest of ten minutes together. */
const stormRule = { window: 600, alone: 3 };
const stormKinds: ReadonlySet<string> = new Set(['escalated', 'breached']);

interface Waiting extends MailedNotice {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly locale: Locale;
  readonly at: Date;
  readonly gathered: boolean;
  readonly mail: 'waiting' | 'sent' | 'dropped';
}

/** Puts into the outbox what people want by mail. Where no mail is sent, nothing waits. */
export async function mailNotices(root: Db, publicUrl: string | null, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_waiting_notices() as "orgId"`.execute(root);
  for (const { orgId } of rows)
    await inOrganisation(root, orgId, (db) => mailOfOrganisation({ db, orgId, actor: systemActor, now }, publicUrl));
}

async function mailOfOrganisation(operation: Operation, publicUrl: string | null): Promise<void> {
  const notices = await lockWaiting(operation);
  const waits = ({ mail }: Waiting): boolean => mail === 'waiting';
  for (const together of gathered(notices.filter((notice) => waits(notice) && !stormKinds.has(notice.kind))))
    await send(operation, together, publicUrl);
  const firings = notices
    .filter(({ kind }) => stormKinds.has(kind))
    .map((notice) => ({ id: notice.id, recipient: notice.accountId, at: Math.floor(notice.at.getTime() / 1000), notice }));
  const due = digestFirings(firings, stormRule).filter(({ sendAt }) => sendAt * 1000 <= operation.now.getTime());
  for (const { firings: told } of due) {
    const waiting = told.map(({ notice }) => notice).filter(waits);
    if (waiting.length > 0) await send(operation, waiting, publicUrl);
  }
}

/** What somebody wants together is one mail; everything else is one by itself. */
function gathered(notices: readonly Waiting[]): Waiting[][] {
  const mails = new Map<string, Waiting[]>();
  for (const notice of notices) {
    const key = notice.gathered ? notice.accountId : notice.id;
    mails.set(key, [...(mails.get(key) ?? []), notice]);
  }
  return [...mails.values()];
}

async function send(operation: Operation, notices: readonly Waiting[], publicUrl: string | null): Promise<void> {
  const [first] = notices;
  if (first === undefined) return;
  const { email, locale } = first;
  const queued = await queueMail(operation, { to: email, key: first.id, language: locale, ...mailOf(notices, locale, publicUrl) });
  const ids = notices.map(({ id }) => id);
  await sql`update notification set mail = ${queued ? 'sent' : 'dropped'} where org_id = ${operation.orgId} and id = any(${ids}::uuid[])`.execute(
    operation.db,
  );
}

/** What waits, and the alerts of the last day that were mailed: a storm is told from those before it. */
async function lockWaiting({ db, orgId, now }: Operation): Promise<Waiting[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail-notices:${orgId}`}, 0))`.execute(db);
  const { rows } = await sql<Waiting>`
    select n.id, n.account_id as "accountId", a.email, a.locale, coalesce(n.mail_at, n.at) as at, n.mail_gathered as gathered, n.mail, n.kind, n.params, coalesce(c.number || ' ' || c.subject, n.label) as label,
      case when c.id is not null then '/app/cases/' || c.number
        when n.entity_kind = 'follow-up' then '/app/feedback/follow-ups?item=' || n.entity_id
        when n.entity_kind = 'campaign' then '/app/campaigns/' || n.entity_id
        when n.entity_kind = 'project' then '/app/projects/' || n.entity_id else '/app/notifications' end as path
    from notification n join account a on a.org_id = ${orgId} and a.id = n.account_id
    left join service_case c on c.org_id = ${orgId} and c.id = case when n.entity_kind = 'case' then n.entity_id::uuid end
    where n.org_id = ${orgId} and n.mail is not null
      and ((n.mail = 'waiting' and (n.mail_at is null or n.mail_at <= ${now})) or (n.kind in ('escalated', 'breached') and n.at > ${new Date(now.getTime() - 86_400_000)}))
    order by 5, n.id limit 2000`.execute(db);
  return rows;
}
