import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteWebhook as endpoint } from '@zhiheng/contract/open-data/webhooks';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

export async function deleteWebhook(operation: Operation, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ name: string }>`delete from webhook where org_id = ${orgId} and id = ${params.id} returning name`.execute(
    db,
  );
  const [gone] = rows;
  if (gone === undefined) throw notFound('webhook');
  await recordEvent(operation, { type: 'webhook.deleted', entity: { kind: 'webhook', id: params.id, label: gone.name } });
  return { ok: true };
}
