import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteCustomer as endpoint } from '@zhiheng/contract/customers/customers';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockCustomer, shownName } from './select-customers.ts';

/** Cases and contracts stay, and name the customer still. */
export async function deleteCustomer(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const customer = await lockCustomer(call, params.id);
  const { db, orgId, now } = call;
  await db.updateTable('customer').set({ deleted_at: now }).where('org_id', '=', orgId).where('id', '=', params.id).execute();
  const entity = { kind: 'customer', id: params.id, label: shownName(customer) };
  await recordEvent(call, { type: 'customer.deleted', entity, data: { code: customer.code } });
  return { ok: true };
}
