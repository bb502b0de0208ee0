import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteFieldSession as endpoint } from '@zhiheng/contract/fieldwork/sessions';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockSession, readSession } from './read-session.ts';
import { entityOf } from './session-rows.ts';

export async function deleteSession(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const session = await lockSession(call, params.id);
  if (session.state === 'held') throw conflict('field_session_held');
  await sql`update field_session set deleted_at = ${call.now} where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: 'fieldwork.session-deleted', entity: entityOf(session) });
  return { ok: true };
}

/** Brings a session back from the trash. */
export async function restoreSession(operation: Operation, id: string): Promise<void> {
  const { rows } = await sql`
    update field_session set deleted_at = null where org_id = ${operation.orgId} and id = ${id} and deleted_at is not null returning id`.execute(
    operation.db,
  );
  if (rows.length === 0) throw notFound('field_session');
  const session = await readSession(operation, id);
  await recordEvent(operation, { type: 'fieldwork.session-restored', entity: entityOf(session) });
}
