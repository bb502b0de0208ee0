import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteChannel as endpoint } from '@zhiheng/contract/notifications/channels';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** With it goes what waits: nobody can say any more where it should go. */
export async function deleteChannel(operation: Operation, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ name: string }>`
    delete from notification_channel where org_id = ${orgId} and id = ${params.id} returning name`.execute(db);
  const [gone] = rows;
  if (gone === undefined) throw notFound('notification-channel');
  const entity = { kind: 'notification-channel', id: params.id, label: gone.name };
  await recordEvent(operation, { type: 'notification-channel.deleted', entity });
  return { ok: true };
}
