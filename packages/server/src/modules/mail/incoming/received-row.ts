import { sql } from 'kysely';
import type { z } from 'zod';
import type { QuarantineReason } from '@zhiheng/contract/mail/mail';
import type { mailInOutcome } from '@zhiheng/contract/mail/mail-state';
import { hashOf, newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { ReadMail } from './read-mail.ts';

/** A mail as it lay in the folder. */
export interface RawMail {
  readonly raw: Buffer;
  /** more than the length of `raw` when only its beginning was fetched */
  readonly size: number;
}

export interface ReceivedRow {
  readonly fingerprint: string;
  readonly outcome: z.infer<typeof mailInOutcome>;
  readonly reason: QuarantineReason | null;
  readonly caseId: string | null;
  readonly fileId: string | null;
  readonly size: number;
  readonly mail: ReadMail | null;
}

const nothingRead = { messageId: null, sender: '', senderName: '', subject: '', traits: { silent: false }, text: '' };

/** Null when the same mail is there already. */
export async function insertReceived({ db, orgId, now }: Operation, row: ReceivedRow): Promise<string | null> {
  const { messageId, sender, senderName, subject, traits, text } = row.mail ?? nothingRead;
  const id = newId();
  const { rows } = await sql`
    insert into mail_in (org_id, id, fingerprint, at, message_id, sender, sender_name, subject, outcome, reason, case_id, automatic, size, text, file_id)
    values (${orgId}, ${id}, ${row.fingerprint}, ${now}, ${messageId}, ${sender}, ${senderName}, ${subject},
      ${row.outcome}, ${row.reason}, ${row.caseId}, ${traits.silent}, ${row.size}, ${text}, ${row.fileId})
    on conflict (org_id, fingerprint) do nothing returning 1`.execute(db);
  return rows.length > 0 ? id : null;
}

/**
 * The same mail comes twice by two lists, with other headers on top: Message-ID and content make it the same. The content counts, because the
 * Message-ID alone could be taken from somebody else's mail to make that one vanish.
 */
export function fingerprintOf({ raw }: RawMail, messageId: string | null): string {
  if (messageId === null) return hashOf(raw);
  const head = raw.indexOf('\r\n\r\n');
  const body = head < 0 ? raw.indexOf('\n\n') : head;
  return hashOf(`${messageId}\n${hashOf(body < 0 ? raw : raw.subarray(body))}`);
}
