/** Campaigns and what they found. */
export const campaignEvents = [
  'campaign.created',
  'campaign.changed',
  'campaign.moved',
  'campaign.reviewed',
  'campaign.frozen',
  'campaign.told',
  'campaign.acknowledged',
  'campaign.deleted',
  'campaign.restored',
  'campaign-finding.created',
  'campaign-finding.changed',
] as const;
