import type { Campaign, deleteCampaign as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { putAway, takeOut } from '../../platform/database/trash.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './campaign-rows.ts';
import { lockRecord } from './read-campaign.ts';

export async function deleteCampaign(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const campaign = await lockRecord(call, params.id);
  await putAway(call, 'campaign', params.id);
  await recordEvent(call, { type: 'campaign.deleted', entity: entityOf(campaign) });
  return { ok: true };
}

/** Brings a campaign back from the trash in the stage that it had. */
export async function restoreCampaign(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Campaign, 'id' | 'name'>>(operation, 'campaign', id);
  await recordEvent(operation, { type: 'campaign.restored', entity: entityOf(restored) });
}
