import { sql } from 'kysely';
import type { Campaign, moveCampaign as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict, invalid, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../campaign-rows.ts';
import { findCampaign, lockVersion, type CampaignRecord } from '../read-campaign.ts';
import { readFacts } from './read-facts.ts';
import { isEarlier, nextStage, obstaclesTo } from './stage.rules.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function moveCampaign(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Campaign> {
  const campaign = await lockVersion(call, params.id, body.version);
  await checkMove(call, campaign, body);
  const { db, orgId, now, actor } = call;
  const { to, reason } = body;
  await sql`
    insert into campaign_move (org_id, id, campaign_id, from_stage, to_stage, reason, at, moved_by)
    values (${orgId}, ${newId()}, ${campaign.id}, ${campaign.stage}, ${to}, ${reason}, ${now}, ${actor.accountId}::uuid)`.execute(db);
  await sql`
    update campaign set stage = ${to}, version = version + 1, updated_at = ${now}, updated_by = ${actor.accountId}::uuid
    where org_id = ${orgId} and id = ${campaign.id}`.execute(db);
  await recordEvent(call, { type: 'campaign.moved', entity: entityOf(campaign), data: { from: campaign.stage, to, reason } });
  return findCampaign(call, campaign.id);
}

/** One step on when nothing is missing, or any way back with a reason. */
async function checkMove(call: Call, campaign: CampaignRecord, { to, reason }: Body): Promise<void> {
  const { chain, stage } = campaign;
  if (isEarlier(chain, to, stage)) {
    if (reason === '') throw invalidField('reason', 'reason_needed');
    return;
  }
  if (nextStage(chain, stage) !== to) throw conflict('campaign_no_such_step', { from: stage, to });
  const missing = obstaclesTo(campaign, await readFacts(call, campaign));
  if (missing.length > 0) throw invalid(missing.map(({ code, params }) => ({ path: 'to', code: `campaign_${code}`, params })));
}
