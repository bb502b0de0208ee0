import type { Standard } from '@zhiheng/contract/standards/standards';
import { takeOut } from '../../platform/database/trash.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './standard-rows.ts';

/** Brings a standard back from the trash with all its versions. */
export async function restoreStandard(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Standard, 'id' | 'name'>>(operation, 'standard', id);
  await recordEvent(operation, { type: 'standard.restored', entity: entityOf(restored) });
}
