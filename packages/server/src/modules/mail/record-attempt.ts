import { sql } from 'kysely';
import type { MailFailure } from '@zhiheng/contract/mail/mail';
import type { MailError } from '../../platform/mail/mail-server.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { recordDelivery } from '../cases/index.ts';

/** A mail that was tried. */
export interface Attempt {
  readonly id: string;
  readonly caseId: string | null;
  readonly entryId: string | null;
  readonly attempts: number;
}

/** What a mail or its recipient is to blame for; everything else would befall the others too. */
export const aboutOneMail: ReadonlySet<MailFailure> = new Set(['recipient_refused', 'message_refused']);

/** Minutes until the next attempt; after the last one, two days have passed. */
const pauses = [1, 5, 15, 60, 180, 360, 720, 720, 720];

export async function recordSent(operation: Operation, { id, caseId, entryId }: Attempt): Promise<void> {
  const { db, orgId, now } = operation;
  await sql`update mail_out set state = 'sent', sent_at = ${now}, reason = null, detail = null where org_id = ${orgId} and id = ${id}`.execute(
    db,
  );
  await sql`update mail_settings set sending_failure = null, sending_at = ${now} where org_id = ${orgId}`.execute(db);
  if (caseId !== null && entryId !== null) await recordDelivery(operation, { caseId, entryId }, 'sent');
}

interface Outcome {
  readonly error: MailError;
  readonly final: boolean;
}

/** Puts the mail off, or gives it up. */
export async function recordFailure(operation: Operation, mail: Attempt, { error, final }: Outcome): Promise<void> {
  const { db, orgId, now } = operation;
  const { failure } = error;
  const pause = final ? undefined : pauses[mail.attempts - 1];
  if (!aboutOneMail.has(failure))
    await sql`update mail_settings set sending_failure = ${failure}, sending_at = ${now} where org_id = ${orgId}`.execute(db);
  if (pause === undefined) return giveUp(operation, mail, error);
  await sql`
    update mail_out set reason = ${failure}, detail = ${error.detail}, next_at = ${new Date(now.getTime() + pause * 60_000)}
    where org_id = ${orgId} and id = ${mail.id}`.execute(db);
}

/** Marks a mail as failed for good, on its case too. */
export async function giveUp(
  operation: Operation,
  mail: Omit<Attempt, 'attempts'>,
  error: Pick<MailError, 'failure' | 'detail'>,
): Promise<void> {
  const { db, orgId } = operation;
  const { id, caseId, entryId } = mail;
  const { failure, detail } = error;
  await sql`update mail_out set state = 'failed', reason = ${failure}, detail = ${detail} where org_id = ${orgId} and id = ${id}`.execute(
    db,
  );
  if (caseId !== null && entryId !== null) await recordDelivery(operation, { caseId, entryId }, 'failed');
  await recordEvent(operation, { type: 'mail.failed', entity: { kind: 'mail', id }, data: { reason: failure, caseId } });
}
