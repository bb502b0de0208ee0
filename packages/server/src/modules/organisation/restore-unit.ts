import { takeOutOfTrash } from '../../platform/database/place-in-tree.ts';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import type { UnitTable } from './select-units.ts';

export async function restoreUnit(operation: Operation, kind: UnitTable, id: string): Promise<void> {
  const restored = await takeOutOfTrash(operation, kind, id);
  if (restored === null) throw notFound(kind);
  await recordEvent(operation, { type: 'unit.restored', entity: { kind, id, label: restored.label } });
}
