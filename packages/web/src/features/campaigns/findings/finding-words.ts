import type { CampaignFinding } from '@zhiheng/contract/campaigns/campaigns';
import { m } from '../../../paraglide/messages.js';

export const findingKindWords: Readonly<Record<CampaignFinding['kind'], () => string>> = {
  people: m.campaigns_cause_people,
  process: m.campaigns_cause_process,
  technology: m.campaigns_cause_technology,
  resources: m.campaigns_cause_resources,
  environment: m.campaigns_cause_environment,
};

export const severityWords: Readonly<Record<CampaignFinding['severity'], () => string>> = {
  low: m.campaigns_severity_low,
  medium: m.campaigns_severity_medium,
  high: m.campaigns_severity_high,
};
