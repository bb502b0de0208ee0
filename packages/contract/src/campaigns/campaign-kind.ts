import { z } from 'zod';

export const campaignKind = z.enum(['annual', 'quarterly', 'special', 'after-release']);
export type CampaignKind = z.infer<typeof campaignKind>;

export const campaignStage = z.enum(['prepare', 'collect', 'analyse', 'feedback', 'improve', 'judge', 'plan', 'carry-out', 'closed']);
export type CampaignStage = z.infer<typeof campaignStage>;
