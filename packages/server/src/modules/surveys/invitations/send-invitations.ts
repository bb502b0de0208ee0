import { sql } from 'kysely';
import type { DistributionSettings } from '@zhiheng/contract/surveys/distributions';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Config } from '../../../platform/config.ts';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { queueMail } from '../../mail/index.ts';
import { newLink, runAddress, tokenIn } from '../distributions/survey-link.ts';
import { invitationMail } from './invitation-mail.rules.ts';

interface House {
  readonly root: Db;
  readonly sealer: Sealer;
  readonly config: Pick<Config, 'publicUrl'>;
}

const batchSize = 100;
const day = 86_400_000;
/** So long until a house without mail, or without an address of its own, is looked at again. */
const later = 3_600_000;

/** Sends invitations and reminders whose time has come, each once. */
export async function sendInvitations({ root, sealer, config }: House, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_invitations(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    const turn = (db: Operation['db']) => sendBatch({ db, orgId, actor: systemActor, now }, sealer, config.publicUrl);
    while ((await inOrganisation(root, orgId, turn)) === batchSize);
  }
}

interface Due {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly language: string | null;
  readonly sealed: string;
  readonly reminders: number;
  readonly isFirst: boolean;
  readonly settings: DistributionSettings;
  readonly survey: LocalText;
  readonly organisation: string;
  /** answers are taken, and the case is still solved */
  readonly open: boolean;
}

async function sendBatch(operation: Operation, sealer: Sealer, publicUrl: string | null): Promise<number> {
  const due = await lockDue(operation);
  for (const one of due) await send(operation, one, { sealer, publicUrl });
  return due.length;
}

async function lockDue({ db, orgId, now }: Operation): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select i.id, i.name, i.address, i.language, i.token_sealed as sealed, i.reminders, i.sent_at is null as "isFirst", d.settings, s.name as survey,
      o.name as organisation, s.state = 'open' and s.deleted_at is null and d.active and i.state in ('waiting', 'sent', 'opened') and i.address <> ''
        and (i.case_id is null or exists (select from service_case c where c.org_id = ${orgId} and c.id = i.case_id
          and c.status in ('resolved', 'following-up', 'closed'))) as open
    from survey_invitation i join survey_distribution d on d.org_id = ${orgId} and d.id = i.distribution_id
    join survey s on s.org_id = ${orgId} and s.id = i.survey_id join organisation o on o.org_id = ${orgId}
    where i.org_id = ${orgId} and i.next_at <= ${now} order by i.next_at, i.id limit ${batchSize} for no key update of i skip locked`.execute(
    db,
  );
  return rows;
}

async function send(operation: Operation, due: Due, links: { readonly sealer: Sealer; readonly publicUrl: string | null }): Promise<void> {
  if (!due.open) return settle(operation, due, { next: null, sent: false });
  const queued = links.publicUrl !== null && (await queue(operation, due, { ...links, publicUrl: links.publicUrl }));
  const { now } = operation;
  if (!queued) return settle(operation, due, { next: new Date(now.getTime() + later), sent: false });
  await settle(operation, due, { next: nextReminder(due, now), sent: true });
}

/** Days of reminders are counted from the first mail. */
function nextReminder({ settings, reminders, isFirst }: Due, now: Date): Date | null {
  const done = isFirst ? 0 : reminders + 1;
  const before = isFirst ? 0 : (settings.reminderDays[reminders] ?? 0);
  const days = settings.reminderDays[done];
  return days === undefined ? null : new Date(now.getTime() + Math.max(days - before, 1) * day);
}

async function queue(operation: Operation, due: Due, links: { readonly sealer: Sealer; readonly publicUrl: string }): Promise<boolean> {
  const token = await tokenOf(operation, due, links.sealer);
  if (token === null) return false;
  const { name, language, survey, organisation, settings, reminders, isFirst } = due;
  const link = runAddress(links.publicUrl.replace(/\/+$/, ''), token);
  const words = isFirst ? settings.mail : settings.reminder;
  const mail = invitationMail({ name, language, survey, organisation, link, words }, isFirst ? 'first' : 'reminder');
  const key = `survey:${due.id}:${isFirst ? 0 : reminders + 1}`;
  return queueMail(operation, { to: due.address, subject: mail.subject, text: mail.body, key, language: mail.language });
}

/** A link that is first needed now is made now. */
async function tokenOf({ db, orgId }: Operation, { id, sealed }: Due, sealer: Sealer): Promise<string | null> {
  if (sealed !== '') return tokenIn(sealer, { orgId, id }, sealed);
  const link = newLink(sealer, { orgId, id });
  await db.updateTable('survey_invitation').set(link).where('org_id', '=', orgId).where('id', '=', id).execute();
  return tokenIn(sealer, { orgId, id }, link.token_sealed);
}

async function settle(
  { db, orgId, now }: Operation,
  { id, isFirst }: Due,
  { next, sent }: { next: Date | null; sent: boolean },
): Promise<void> {
  await sql`
    update survey_invitation set next_at = ${next}, state = case when ${sent} and state = 'waiting' then 'sent' else state end,
      sent_at = case when ${sent && isFirst} then ${now}::timestamptz else sent_at end,
      reminded_at = case when ${sent && !isFirst} then ${now}::timestamptz else reminded_at end,
      reminders = reminders + ${sent && !isFirst ? 1 : 0}::int4
    where org_id = ${orgId} and id = ${id}`.execute(db);
}
