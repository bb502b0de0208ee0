import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteService as endpoint } from '@zhiheng/contract/catalog/services';
import { liftChildren } from '../../platform/database/place-in-tree.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockService } from './update-service.ts';

/** The children move to the parent; dependencies wait for a restore. */
export async function deleteService(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const service = await lockService(call, params.id);
  await liftChildren(call, 'service', params.id);
  await call.db.updateTable('service').set({ deleted_at: call.now }).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  const entity = { kind: 'service', id: params.id, label: service.name.zh };
  await recordEvent(call, { type: 'service.deleted', entity, data: { code: service.code } });
  return { ok: true };
}
