import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteNeed as endpoint } from '@zhiheng/contract/feedback/needs';
import { putAway, takeOut } from '../../../platform/database/trash.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf, lockNeed } from './read-needs.ts';

export async function deleteNeed(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const need = await lockNeed(call, params.id);
  await putAway(call, 'customer_need', params.id);
  await recordEvent(call, { type: 'customer-need.deleted', entity: entityOf(need) });
  return { ok: true };
}

/** Relations and sources stayed with it. */
export async function restoreNeed(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<{ readonly id: string; readonly name: string }>(operation, 'customer_need', id);
  await recordEvent(operation, { type: 'customer-need.restored', entity: entityOf(restored) });
}

export async function takeNeedBack(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  await restoreNeed(call, params.id);
  return { ok: true };
}
