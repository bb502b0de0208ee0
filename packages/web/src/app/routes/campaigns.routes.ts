import { createRoute } from '@tanstack/react-router';
import {
  CampaignPage,
  campaignSearch,
  CampaignsPage,
  campaignsSearch,
  CampaignSummaryPage,
  summarySearch,
} from '../../features/campaigns/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const campaignsRoutes = [
  createRoute({ getParentRoute, path: 'campaigns', component: CampaignsPage, validateSearch: campaignsSearch }),
  createRoute({ getParentRoute, path: 'campaigns/$id', component: CampaignPage, validateSearch: campaignSearch }),
  createRoute({ getParentRoute, path: 'campaigns/$id/summary', component: CampaignSummaryPage, validateSearch: summarySearch }),
] as const;
