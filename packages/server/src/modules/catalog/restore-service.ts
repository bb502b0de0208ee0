import { takeOutOfTrash } from '../../platform/database/place-in-tree.ts';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';

export async function restoreService(operation: Operation, id: string): Promise<void> {
  const restored = await takeOutOfTrash(operation, 'service', id);
  if (restored === null) throw notFound('service');
  await recordEvent(operation, { type: 'service.restored', entity: { kind: 'service', id, label: restored.label } });
}
