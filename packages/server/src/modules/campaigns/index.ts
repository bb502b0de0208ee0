/** The door of campaigns. */
export { bindCampaigns } from './campaigns.routes.ts';
export { removeDemoCampaigns } from './demo/remove-demo-campaigns.ts';
export { storeDemoCampaigns } from './demo/store-demo-campaigns.ts';
export { restoreCampaign } from './delete-campaign.ts';
export type { IndicatorFigure, IndicatorInputs, IndicatorSource, Judged, ToJudge } from './results/indicator-source.ts';
export { canonical } from './results/canonical.rules.ts';
