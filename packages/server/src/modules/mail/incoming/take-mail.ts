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
import { fingerprintOf, insertReceived, type RawMail, type ReceivedRow } from './received-row.ts';
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
  if (mail === null) return quarantineMail(operation, arrived, { reason: 'unreadable', mail });
  const placed = await placeRead(operation, intake, { arrived, mail });
  if (typeof placed === 'string') return quarantineMail(operation, arrived, { reason: placed, mail });
  await insertReceived(operation, { fingerprint, reason: null, fileId: null, size: arrived.size, mail, ...placed });
}

/** Where it went, or why it went nowhere. */
type Placed = Pick<ReceivedRow, 'outcome' | 'caseId'> | QuarantineReason;

async function placeRead(operation: Operation, intake: Intake, { arrived, mail }: Arrival & { readonly mail: ReadMail }): Promise<Placed> {
  if (arrived.size > mostBytes) return 'too-large';
  return mail.traits.bounce ? takeBounce(operation, arrived.raw) : takeLetter(operation, intake, mail);
}

async function takeLetter(operation: Operation, { own, incoming }: Intake, mail: ReadMail): Promise<Placed> {
  if (mail.sender === '') return 'no-sender';
  if (own.includes(mail.sender)) return 'own-address';
  const found = await findCase(operation, mail);
  const lately = await countLately(operation, mail.sender);
  if (lately >= (found === null ? mostCases : mostMessages)) return 'too-many';
  if (found !== null) return { outcome: 'message', caseId: await addMessage(operation, found, mail) };
  return mail.traits.autoReply ? 'auto-reply' : { outcome: 'case', caseId: (await openCaseOf(operation, incoming, mail)).id };
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

/** Marks the mail that a report is about. */
async function takeBounce(operation: Operation, raw: Buffer): Promise<Placed> {
  const { db, orgId } = operation;
  const { final, detail, mentioned } = readReport(raw.subarray(0, 1024 * 1024).toString('latin1'));
  const { rows } = await sql<Returned>`
    select id, case_id as "caseId", entry_id as "entryId", state from mail_out where org_id = ${orgId} and message_id = any(${[...mentioned]})
    order by created_at desc limit 1 for update`.execute(db);
  const [mail] = rows;
  if (mail === undefined) return 'unknown-bounce';
  if (final && mail.state !== 'failed') await giveUp(operation, mail, { failure: 'bounced', detail });
  return { outcome: 'bounce', caseId: mail.caseId };
}
