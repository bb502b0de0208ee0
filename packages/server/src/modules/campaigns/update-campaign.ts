import { sql } from 'kysely';
import type { Campaign, updateCampaign as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { conflict } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './campaign-rows.ts';
import { checkPlan } from './check-plan.ts';
import { findCampaign, lockVersion } from './read-campaign.ts';

export async function updateCampaign(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Campaign> {
  const before = await lockVersion(call, params.id, body.version);
  if (before.stage === 'closed') throw conflict('campaign_closed');
  const plan: CampaignPlan = { ...before.plan, ...givenFields(body.plan ?? {}) };
  const name = body.name ?? before.name;
  const changes = { ...changesBetween({ name: before.name }, { name }), ...changesBetween(before.plan, plan) };
  if (Object.keys(changes).length === 0) return findCampaign(call, before.id);
  await checkPlan(call, plan, before);
  const { db, orgId, now, actor } = call;
  await sql`
    update campaign set name = ${JSON.stringify(name)}::jsonb, plan = ${JSON.stringify(plan)}::jsonb, version = version + 1, updated_at = ${now},
      updated_by = ${actor.accountId}::uuid where org_id = ${orgId} and id = ${before.id}`.execute(db);
  await recordEvent(call, { type: 'campaign.changed', entity: entityOf({ id: before.id, name }), data: changes });
  return findCampaign(call, before.id);
}
