import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** Removes a key node; what was entered on it stays among the observations. */
export async function removeKeyNode(operation: Operation, { params }: { params: { id: string } }): Promise<{ ok: true }> {
  const removed = await operation.db
    .deleteFrom('key_node')
    .where('org_id', '=', operation.orgId)
    .where('id', '=', params.id)
    .returning(['collection_id', 'held_on', 'name'])
    .executeTakeFirst();
  if (removed === undefined) throw notFound('key-node');
  const data = { on: removed.held_on, name: removed.name };
  await recordEvent(operation, { type: 'key-node.removed', entity: { kind: 'collection', id: removed.collection_id }, data });
  return { ok: true };
}
