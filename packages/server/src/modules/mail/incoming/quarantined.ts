import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  dismissMail as dismissEndpoint,
  downloadReceivedMail as rawEndpoint,
  releaseMail as releaseEndpoint,
} from '@zhiheng/contract/mail/mail';
import { conflict, notFound } from '../../../platform/errors.ts';
import { deleteStoredFile, readStoredFile } from '../../../platform/files/stored-file.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readSettings } from '../mail-settings.ts';
import { openCaseOf } from './open-case-of-mail.ts';
import { clean, readMail, type ReadMail } from './read-mail.ts';

interface Quarantined {
  readonly id: string;
  readonly outcome: string;
  readonly fileId: string | null;
}

async function lock({ db, orgId }: Operation, id: string): Promise<Quarantined> {
  const { rows } = await sql<Quarantined>`
    select id, outcome, file_id as "fileId" from mail_in where org_id = ${orgId} and id = ${id} for update`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('mail');
  return row;
}

async function lockQuarantined(operation: Operation, id: string): Promise<Quarantined> {
  const row = await lock(operation, id);
  if (row.outcome !== 'quarantined') throw conflict('mail_not_quarantined');
  return row;
}

export async function downloadRaw(call: Call, { params }: Parsed<typeof rawEndpoint>): Promise<Buffer> {
  const { fileId } = await lock(call, params.id);
  if (fileId === null) throw notFound('file');
  const { bytes } = await readStoredFile(call, fileId);
  call.reply.headers({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="mail.eml"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  return bytes;
}

/** A person decided that it is one after all: what can be read becomes a case. */
export async function releaseMail(call: Call, { params }: Parsed<typeof releaseEndpoint>): Promise<Reply<typeof releaseEndpoint>> {
  const row = await lockQuarantined(call, params.id);
  const { incoming } = await readSettings(call);
  const raw = row.fileId === null ? Buffer.alloc(0) : (await readStoredFile(call, row.fileId)).bytes;
  const mail = await readMail(raw).catch(() => asText(raw));
  const { id: caseId, number } = await openCaseOf(call, incoming ?? { type: 'request', teamId: null }, mail);
  await settle(call, row, { outcome: 'case', caseId });
  await recordEvent(call, { type: 'mail.released', entity: { kind: 'mail', id: row.id }, data: { caseId, number } });
  return { caseId, number };
}

export async function dismissMail(operation: Operation, { params }: Parsed<typeof dismissEndpoint>): Promise<{ ok: true }> {
  const row = await lockQuarantined(operation, params.id);
  await settle(operation, row, { outcome: 'dismissed', caseId: null });
  await recordEvent(operation, { type: 'mail.dismissed', entity: { kind: 'mail', id: row.id } });
  return { ok: true };
}

interface Settled {
  readonly outcome: 'case' | 'dismissed';
  readonly caseId: string | null;
}

/** The bytes go; sender, subject and text stay in the list. */
async function settle(operation: Operation, { id, fileId }: Quarantined, { outcome, caseId }: Settled): Promise<void> {
  const { db, orgId } = operation;
  await sql`update mail_in set outcome = ${outcome}, case_id = ${caseId}, file_id = null where org_id = ${orgId} and id = ${id}`.execute(
    db,
  );
  if (fileId !== null) await deleteStoredFile(operation, fileId);
}

/** What no parser reads is shown as it came. */
const asText = (raw: Buffer): ReadMail => ({
  ...{ messageId: null, answers: [], sender: '', senderName: '', answerTo: '', subject: '', attachments: [] },
  text: clean(raw.subarray(0, 20_000).toString('utf8'), 20_000),
  traits: { automatic: true, autoReply: false, silent: true, bounce: false },
});
