import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteNeed as endpoint } from '@zhiheng/contract/feedback/needs';
import { notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf, lockNeed } from './read-needs.ts';

export async function deleteNeed(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const need = await lockNeed(call, params.id);
  await call.db
    .updateTable('customer_need')
    .set({ deleted_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(call, { type: 'customer-need.deleted', entity: entityOf(need) });
  return { ok: true };
}

/** Relations and sources stayed with it. */
export async function restoreNeed({ db, ...operation }: Operation, id: string): Promise<void> {
  const row = await db
    .updateTable('customer_need')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning('name')
    .executeTakeFirst();
  if (row === undefined) throw notFound('customer_need');
  await recordEvent({ db, ...operation }, { type: 'customer-need.restored', entity: entityOf({ id, name: row.name }) });
}

export async function takeNeedBack(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  await restoreNeed(call, params.id);
  return { ok: true };
}
