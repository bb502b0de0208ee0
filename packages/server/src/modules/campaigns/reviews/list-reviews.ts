import { sql } from 'kysely';
import type { CampaignReview, listReviews as endpoint } from '@zhiheng/contract/campaigns/campaigns';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Call, Operation } from '../../../platform/operation.ts';
import { readRecord } from '../read-campaign.ts';

/** Experts judge without knowing what the others wrote; whoever runs the campaign sees every sheet. */
export async function listReviews(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Reply<typeof endpoint>> {
  const { plan } = await readRecord(call, params.id);
  const all = await readReviews(call, params.id);
  return { sheet: plan.sheet, items: call.actor.permissions.has('campaigns.write') ? all : all.filter(({ mine }) => mine) };
}

export async function readReviews({ db, orgId, actor }: Operation, campaignId: string): Promise<CampaignReview[]> {
  const { rows } = await sql<Omit<CampaignReview, 'savedAt'> & { readonly savedAt: Date }>`
    select r.id, r.account_id as "accountId", coalesce(a.name, r.name) as name, r.answers, r.saved_at as "savedAt",
      coalesce(r.account_id = ${actor.accountId}::uuid, false) as mine
    from campaign_review r left join account a on a.org_id = ${orgId} and a.id = r.account_id
    where r.org_id = ${orgId} and r.campaign_id = ${campaignId} order by r.id`.execute(db);
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }));
}
