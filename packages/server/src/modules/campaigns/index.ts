/** The door of campaigns. */
export { bindCampaigns } from './campaigns.routes.ts';
export { restoreCampaign } from './delete-campaign.ts';
export type { IndicatorFigure, IndicatorInputs, IndicatorSource, Judged, ToJudge } from './results/indicator-source.ts';
