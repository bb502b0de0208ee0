import { sql } from 'kysely';
import type { acknowledge as endpoint, Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../campaign-rows.ts';
import { findCampaign, lockRecord } from '../read-campaign.ts';
import { readRecipients } from './read-recipients.ts';

export async function acknowledge(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Campaign> {
  const campaign = await lockRecord(call, params.id);
  const recipient = (await readRecipients(call, campaign.id)).find(({ id }) => id === params.recipientId);
  if (recipient === undefined) throw notFound('campaign_recipient');
  if (!recipient.mine) throw conflict('campaign_note_of_others');
  if (recipient.toldAt === null) throw conflict('campaign_not_told');
  if (recipient.acknowledgedAt === null) {
    await sql`update campaign_recipient set acknowledged_at = ${call.now}, acknowledged_by = ${call.actor.accountId}::uuid
      where org_id = ${call.orgId} and id = ${recipient.id}`.execute(call.db);
    await recordEvent(call, { type: 'campaign.acknowledged', entity: entityOf(campaign), data: { recipientId: recipient.id } });
  }
  return findCampaign(call, campaign.id);
}
