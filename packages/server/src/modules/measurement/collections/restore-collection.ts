import { sql } from 'kysely';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** Brings a collection back from the trash. */
export async function restoreCollection(operation: Operation, id: string): Promise<void> {
  const { rows } = await sql<{ label: string }>`update collection set deleted_at = null
    where org_id = ${operation.orgId} and id = ${id} and deleted_at is not null returning name->>'zh' as label`.execute(operation.db);
  const [restored] = rows;
  if (restored === undefined) throw notFound('collection');
  await recordEvent(operation, { type: 'collection.restored', entity: { kind: 'collection', id, label: restored.label } });
}
