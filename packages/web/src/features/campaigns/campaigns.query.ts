import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCampaign, listCampaigns, listReviews } from '@zhiheng/contract/campaigns/campaigns';
import { getAnalysis, getFrozenResult } from '@zhiheng/contract/campaigns/results';
import { listSurveys } from '@zhiheng/contract/surveys/surveys';
import { call } from '../../lib/call.ts';
import type { CampaignsSearch } from './campaigns.search.ts';

export const campaignsQuery = ({ q, stage, kind }: CampaignsSearch) =>
  infiniteQueryOptions({
    queryKey: ['campaigns', 'list', { q, stage, kind }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listCampaigns, { query: { q, stage, kind, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Campaigns to choose from. */
export const campaignOptionsQuery = queryOptions({
  queryKey: ['campaigns', 'options'],
  queryFn: () => call(listCampaigns, { query: { limit: 200 } }).then(({ items }) => items),
});

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ['campaigns', 'one', id], queryFn: () => call(getCampaign, { params: { id } }) });

export const analysisQuery = (id: string) =>
  queryOptions({ queryKey: ['campaigns', 'analysis', id], queryFn: () => call(getAnalysis, { params: { id } }) });

export const reviewsQuery = (id: string) =>
  queryOptions({ queryKey: ['campaigns', 'reviews', id], queryFn: () => call(listReviews, { params: { id } }) });

/** A frozen result never changes. */
export const frozenQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['campaigns', 'frozen', id, number],
    queryFn: () => call(getFrozenResult, { params: { id, number } }),
    staleTime: Infinity,
  });

/** Surveys to choose from; nobody who may not read them is asked. */
export const surveyOptionsQuery = (allowed: boolean) =>
  queryOptions({
    queryKey: ['surveys', 'options'],
    queryFn: () => call(listSurveys, { query: { limit: 200 } }).then(({ items }) => items),
    enabled: allowed,
  });
