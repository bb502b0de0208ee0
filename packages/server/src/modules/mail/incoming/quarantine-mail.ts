import type { QuarantineReason } from '@zhiheng/contract/mail/mail';
import { writeStoredFile } from '../../../platform/files/stored-file.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { ReadMail } from './read-mail.ts';
import { fingerprintOf, insertReceived, type RawMail } from './received-row.ts';

/** Of a mail that is too large, or of a flood, so much is kept. */
const shortened = 256 * 1024;

interface Set {
  readonly reason: QuarantineReason;
  readonly mail: ReadMail | null;
}

/** Lays a mail aside as it came, for a person to look at. */
export async function quarantineMail(operation: Operation, arrived: RawMail, { reason, mail }: Set): Promise<void> {
  const bytes = reason === 'too-large' || reason === 'too-many' ? arrived.raw.subarray(0, shortened) : arrived.raw;
  const fileId = bytes.length === 0 ? null : await writeStoredFile(operation, { name: 'mail.eml', sha256: hashOf(bytes), bytes });
  const fingerprint = fingerprintOf(arrived, mail?.messageId ?? null);
  const id = await insertReceived(operation, {
    fingerprint,
    outcome: 'quarantined',
    reason,
    caseId: null,
    fileId,
    size: arrived.size,
    mail,
  });
  if (id !== null) await recordEvent(operation, { type: 'mail.quarantined', entity: { kind: 'mail', id }, data: { reason } });
}
