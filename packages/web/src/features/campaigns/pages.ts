import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CampaignsPage = lazyRouteComponent(() => import('./list/campaigns-page.tsx'), 'CampaignsPage');
export const CampaignPage = lazyRouteComponent(() => import('./campaign/campaign-page.tsx'), 'CampaignPage');
export const CampaignSummaryPage = lazyRouteComponent(() => import('./summary/campaign-summary-page.tsx'), 'CampaignSummaryPage');
