import { campaignKind, campaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { z } from 'zod';

export const campaignsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  stage: campaignStage.optional().catch(undefined),
  kind: campaignKind.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type CampaignsSearch = z.infer<typeof campaignsSearch>;

export const campaignSearch = z.object({
  view: z.enum(['experts', 'analysis', 'findings', 'people']).optional().catch(undefined),
});
export type CampaignSearch = z.infer<typeof campaignSearch>;

export const summarySearch = z.object({
  /** the result; the newest when it is left out */
  number: z.number().int().min(1).optional().catch(undefined),
});
