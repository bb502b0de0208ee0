import type { Campaign, deleteCampaign as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { notFound } from '../../platform/errors.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './campaign-rows.ts';
import { lockRecord } from './read-campaign.ts';

export async function deleteCampaign(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const campaign = await lockRecord(call, params.id);
  await call.db
    .updateTable('campaign')
    .set({ deleted_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .execute();
  await recordEvent(call, { type: 'campaign.deleted', entity: entityOf(campaign) });
  return { ok: true };
}

/** Brings a campaign back from the trash in the stage that it had. */
export async function restoreCampaign(operation: Operation, id: string): Promise<void> {
  const row = await operation.db
    .updateTable('campaign')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning('name')
    .executeTakeFirst();
  if (row === undefined) throw notFound('campaign');
  await recordEvent(operation, { type: 'campaign.restored', entity: entityOf({ id, name: row.name as Campaign['name'] }) });
}
