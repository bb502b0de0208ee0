import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockCollection } from './select-collections.ts';

/** Moves a collection to the trash; its observations stay. */
export async function deleteCollection(operation: Operation, { params }: { params: { id: string } }): Promise<{ ok: true }> {
  const collection = await lockCollection(operation, params.id);
  await operation.db
    .updateTable('collection')
    .set({ deleted_at: operation.now })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(operation, { type: 'collection.deleted', entity: { kind: 'collection', id: params.id, label: collection.name.zh } });
  return { ok: true };
}
