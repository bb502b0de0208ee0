import { sql } from 'kysely';
import type { QuarantineReason } from '@zhiheng/contract/mail/mail';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { receiveMessage } from '../../cases/index.ts';
import type { Incoming } from '../mail-settings.ts';
import { giveUp } from '../record-attempt.ts';
import type { Post } from '../send-waiting.ts';
import { readReport } from './bounce.rules.ts';
import { cutQuote } from './cut-quote.rules.ts';
import { findCase } from './find-case.ts';
import { openCaseOf } from './open-case-of-mail.ts';
import { quarantineMail } from './quarantine-mail.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { fingerprintOf, insertReceived, type RawMail } from './received-row.ts';
import { storeFiles } from './store-files.ts';

export const mostBytes = 25 * 1024 * 1024;
/** From one sender, in an hour. */
const mostCases = 20;
const mostMessages = 100;

interface Intake extends Pick<Post, 'root'> {
  readonly orgId: string;
  readonly incoming: Pick<Incoming, 'type' | 'teamId'>;
  readonly own: readonly string[];
  readonly now: Date;
}

/** Takes one mail: it becomes a case, a message, news of a mail of ours, or lies in quarantine. Only a database that is away makes it throw. */
export async function takeMail(intake: Intake, arrived: RawMail): Promise<void> {
  const mail = await readMail(arrived.raw).catch(() => null);
  try {
    await inside(intake, (operation) => place(operation, intake, { arrived, mail }));
  } catch (error) {
    process.emitWarning(`a mail was put into quarantine: ${String(error)}`);
    await inside(intake, (operation) => quarantineMail(operation, arrived, { reason: 'fault', mail: null }));
  }
}

const inside = <T>({ root, orgId, now }: Intake, work: (operation: Operation) => Promise<T>): Promise<T> =>
  inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));

interface Arrival {
  readonly arrived: RawMail;
  readonly mail: ReadMail | null;
}

async function place(operation: Operation, intake: Intake, { arrived, mail }: Arrival): Promise<void> {
  const fingerprint = fingerprintOf(arrived, mail?.messageId ?? null);
  if (await isThere(operation, fingerprint)) return;
  const aside = (reason: QuarantineReason) => quarantineMail(operation, arrived, { reason, mail });
  if (mail === null) return aside('unreadable');
  if (arrived.size > mostBytes) return aside('too-large');
  const received = { fingerprint, reason: null, fileId: null, size: arrived.size, mail };
  if (mail.traits.bounce) {
    const caseId = await takeBounce(operation, arrived.raw);
    return caseId === undefined
      ? aside('unknown-bounce')
      : void (await insertReceived(operation, { ...received, outcome: 'bounce', caseId }));
  }
  if (mail.sender === '') return aside('no-sender');
  if (intake.own.includes(mail.sender)) return aside('own-address');
  const found = await findCase(operation, mail);
  const lately = await countLately(operation, mail.sender);
  if (lately >= (found === null ? mostCases : mostMessages)) return aside('too-many');
  if (found === null && mail.traits.autoReply) return aside('auto-reply');
  const caseId = found === null ? (await openCaseOf(operation, intake.incoming, mail)).id : await addMessage(operation, found, mail);
  await insertReceived(operation, { ...received, outcome: found === null ? 'case' : 'message', caseId });
}

async function isThere({ db, orgId }: Operation, fingerprint: string): Promise<boolean> {
  const { rows } = await sql`select 1 from mail_in where org_id = ${orgId} and fingerprint = ${fingerprint}`.execute(db);
  return rows.length > 0;
}

async function countLately({ db, orgId, now }: Operation, sender: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from mail_in where org_id = ${orgId} and sender = ${sender} and at > ${now}::timestamptz - interval '1 hour'`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

async function addMessage(
  operation: Operation,
  { caseId, from }: NonNullable<Awaited<ReturnType<typeof findCase>>>,
  mail: ReadMail,
): Promise<string> {
  const language = /\p{Script=Han}/u.test(mail.text) ? 'zh' : 'en';
  const { attachmentIds, line } = await storeFiles(operation, mail.attachments, language);
  const body = [cutQuote(mail.text).slice(0, 50_000), line].filter((part) => part !== '').join('\n\n') || mail.subject || '—';
  const said = {
    from,
    body,
    channel: 'email' as const,
    authorName: mail.senderName || mail.sender,
    attachmentIds,
    automatic: mail.traits.automatic,
  };
  const { id } = await receiveMessage(operation, caseId, { ...said, ...(mail.messageId !== null && { messageId: mail.messageId }) });
  return id;
}

interface Returned {
  readonly id: string;
  readonly caseId: string | null;
  readonly entryId: string | null;
  readonly state: string;
}

/** Marks the mail that a report is about. Undefined when it is about none of ours. */
async function takeBounce(operation: Operation, raw: Buffer): Promise<string | null | undefined> {
  const { db, orgId } = operation;
  const { final, detail, mentioned } = readReport(raw.subarray(0, 1024 * 1024).toString('latin1'));
  const { rows } = await sql<Returned>`
    select id, case_id as "caseId", entry_id as "entryId", state from mail_out where org_id = ${orgId} and message_id = any(${[...mentioned]})
    order by created_at desc limit 1 for update`.execute(db);
  const [mail] = rows;
  if (mail === undefined) return undefined;
  if (final && mail.state !== 'failed') await giveUp(operation, mail, { failure: 'bounced', detail });
  return mail.caseId;
}
