import { sql } from 'kysely';
import type { Locale } from '@zhiheng/contract/values/text';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { readSettings } from './mail-settings.ts';

/** A mail of the house to one person. */
export interface Notice {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** the same key is sent once */
  readonly key: string;
  /** whose sender it bears */
  readonly language?: Locale;
  readonly files?: readonly MailedFile[];
}

/** A stored file that a mail carries. */
export interface MailedFile {
  readonly fileId: string;
  readonly mediaType: string;
}

/** Puts a notice into the outbox. False, and nothing is kept, when the organisation sends no mail. */
export async function queueMail(operation: Operation, { to, subject, text, key, language = 'zh', files = [] }: Notice): Promise<boolean> {
  const mail = { key: `notice:${key}`, kind: 'notice' as const, recipient: to, language, subject, body: text, automatic: true };
  return (await enqueue(operation, { ...noCase, ...mail, files })) !== 'off';
}

const noCase = { caseId: null, entryId: null, replyToId: null, referenceIds: [] };

export interface QueuedMail {
  readonly key: string;
  readonly kind: 'reply' | 'confirmation' | 'notice';
  readonly caseId: string | null;
  readonly entryId: string | null;
  readonly recipient: string;
  readonly language: Locale;
  readonly subject: string;
  readonly body: string;
  readonly replyToId: string | null;
  readonly referenceIds: readonly string[];
  readonly automatic: boolean;
  readonly files?: readonly MailedFile[];
}

/** One row of the outbox; a key that is there already changes nothing. */
export async function enqueue(operation: Operation, mail: QueuedMail): Promise<'queued' | 'there' | 'off'> {
  const { db, orgId, now } = operation;
  const { outgoing } = await readSettings(operation);
  if (outgoing === null) return 'off';
  const id = newId();
  const domain = outgoing.from[mail.language].address.split('@').at(-1) ?? 'localhost';
  const { rows } = await sql`
    insert into mail_out (org_id, id, key, kind, case_id, entry_id, recipient, language, subject, body, message_id, reply_to_id, reference_ids, automatic,
      next_at, created_at)
    values (${orgId}, ${id}, ${mail.key}, ${mail.kind}, ${mail.caseId}, ${mail.entryId}, ${mail.recipient}, ${mail.language}, ${oneLine(mail.subject)},
      ${mail.body}, ${`<${id}@${domain}>`}, ${mail.replyToId}, ${[...mail.referenceIds]}, ${mail.automatic}, ${now}, ${now})
    on conflict (org_id, key) do nothing returning 1`.execute(db);
  if (rows.length === 0) return 'there';
  for (const { fileId, mediaType } of mail.files ?? [])
    await sql`insert into mail_out_file (org_id, mail_id, file_id, media_type) values (${orgId}, ${id}, ${fileId}, ${mediaType})`.execute(
      db,
    );
  return 'queued';
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
