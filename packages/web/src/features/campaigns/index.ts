export { CampaignPage, CampaignsPage, CampaignSummaryPage } from './pages.ts';
export { campaignSearch, campaignsSearch, summarySearch } from './campaigns.search.ts';
