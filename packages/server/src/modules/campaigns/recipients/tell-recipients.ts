import { sql } from 'kysely';
import type { Campaign, tellRecipients as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../campaign-rows.ts';
import { findCampaign, lockRecord } from '../read-campaign.ts';
import { readFrozen } from '../results/read-frozen.ts';

/** Tells the newest frozen result. Whoever was told of an older one is told again and has to take note anew. */
export async function tellRecipients(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Campaign> {
  const campaign = await lockRecord(call, params.id);
  const [newest] = await readFrozen(call, campaign.id);
  if (newest === undefined) throw conflict('campaign_not_frozen');
  const { rows } = await sql<{ accountId: string | null; teamId: string | null }>`
    update campaign_recipient set told_at = ${call.now}, result_number = ${newest.number}, acknowledged_at = null, acknowledged_by = null
    where org_id = ${call.orgId} and campaign_id = ${campaign.id} and result_number is distinct from ${newest.number}
    returning account_id as "accountId", team_id as "teamId"`.execute(call.db);
  if (rows.length === 0) throw conflict('campaign_nobody_to_tell');
  const accountIds = rows.flatMap(({ accountId }) => accountId ?? []);
  const teamIds = rows.flatMap(({ teamId }) => teamId ?? []);
  await recordEvent(call, { type: 'campaign.told', entity: entityOf(campaign), data: { number: newest.number, accountIds, teamIds } });
  return findCampaign(call, campaign.id);
}
