import { sql } from 'kysely';
import type { CampaignReview, saveReview as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { check } from '@zhiheng/forms/answers';
import { conflict, forbidden, invalid } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../campaign-rows.ts';
import { lockRecord, type CampaignRecord } from '../read-campaign.ts';
import { readReviews } from './list-reviews.ts';

type Body = Parsed<typeof endpoint>['body'];
/** Sheets are taken while data is collected and looked at; later the judgement stands. */
const open: readonly CampaignStage[] = ['prepare', 'collect', 'analyse'];

export async function saveReview(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<CampaignReview> {
  const campaign = await lockRecord(call, params.id);
  checkReviewer(call, campaign, body);
  checkAnswers(campaign, body);
  const { db, orgId, now, actor } = call;
  const accountId = body.name === '' ? actor.accountId : null;
  await sql`
    delete from campaign_review where org_id = ${orgId} and campaign_id = ${campaign.id}
      and (account_id = ${accountId}::uuid or (account_id is null and ${accountId}::uuid is null and name = ${body.name}))`.execute(db);
  const id = newId();
  await sql`
    insert into campaign_review (org_id, id, campaign_id, account_id, name, answers, saved_at, saved_by)
    values (${orgId}, ${id}, ${campaign.id}, ${accountId}::uuid, ${body.name}, ${JSON.stringify(body.answers)}::jsonb, ${now},
      ${actor.accountId}::uuid)`.execute(db);
  await recordEvent(call, { type: 'campaign.reviewed', entity: entityOf(campaign), data: { fromOutside: body.name !== '' } });
  const saved = (await readReviews(call, campaign.id)).find((review) => review.id === id);
  if (saved === undefined) throw new RangeError('a sheet was stored and is not there');
  return saved;
}

/** Reviewers hand in their own sheet; for somebody from outside a member who may change the campaign does. */
function checkReviewer({ actor }: Call, { plan, stage }: CampaignRecord, { name }: Body): void {
  const mayWrite = actor.permissions.has('campaigns.write');
  if (name !== '' && !mayWrite) throw forbidden('campaigns.write');
  if (name === '' && actor.accountId === null) throw conflict('campaign_review_of_nobody');
  const isReviewer = plan.roles.some(({ role, accountId }) => role === 'reviewer' && accountId === actor.accountId);
  if (name === '' && !mayWrite && !isReviewer) throw forbidden('campaigns.write');
  if (!open.includes(stage)) throw conflict('campaign_reviews_closed');
}

function checkAnswers({ plan: { sheet } }: CampaignRecord, { answers }: Body): void {
  if (sheet === null) throw conflict('campaign_without_sheet');
  const faults = check(sheet, answers, {}, { complete: true });
  if (faults.length > 0) throw invalid(faults.map(({ field, code }) => ({ path: `answers.${field}`, code: code.replaceAll('-', '_') })));
}
