import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { retryMail as endpoint } from '@zhiheng/contract/mail/mail';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { recordDelivery } from '../cases/index.ts';
import { visibleCase } from './mail-lists.ts';

interface Failed {
  readonly state: string;
  readonly caseId: string | null;
  readonly entryId: string | null;
}

export async function retryMail(operation: Operation, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId, now, actor } = operation;
  const { rows } = await sql<Failed>`
    select o.state, o.case_id as "caseId", o.entry_id as "entryId"
    from mail_out o left join service_case c on c.org_id = ${orgId} and c.id = o.case_id
    where o.org_id = ${orgId} and o.id = ${params.id} and ${visibleCase(actor)} for update of o`.execute(db);
  const [mail] = rows;
  if (mail === undefined) throw notFound('mail');
  if (mail.state !== 'failed') throw conflict('mail_not_failed');
  await sql`
    update mail_out set state = 'waiting', attempts = 0, next_at = ${now}, reason = null, detail = null where org_id = ${orgId} and id = ${params.id}`.execute(
    db,
  );
  const { caseId, entryId } = mail;
  if (caseId !== null && entryId !== null) await recordDelivery(operation, { caseId, entryId }, 'waiting');
  await recordEvent(operation, { type: 'mail.retried', entity: { kind: 'mail', id: params.id } });
  return { ok: true };
}
