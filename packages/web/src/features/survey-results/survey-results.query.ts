import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getBreakdown, getCrossTables, getFunnel, getResults, getTrend, type ResultFilters } from '@zhiheng/contract/surveys/results';
import type { ResultDimension } from '@zhiheng/contract/surveys/result-dimension';
import { call } from '../../lib/call.ts';
import type { SurveyResultsSearch } from './survey-results.search.ts';

// Answers come in while the page is open.
const shared = { refetchInterval: 10_000, placeholderData: keepPreviousData };

export const filtersIn = ({ by: _, question: __, view: ___, analysis: ____, ...filters }: SurveyResultsSearch): ResultFilters => filters;

export const resultsQuery = (id: string, filters: ResultFilters) =>
  queryOptions({
    queryKey: ['survey-results', id, 'report', filters],
    queryFn: () => call(getResults, { params: { id }, query: filters }),
    ...shared,
  });

export const trendQuery = (id: string, filters: ResultFilters) =>
  queryOptions({
    queryKey: ['survey-results', id, 'trend', filters],
    queryFn: () => call(getTrend, { params: { id }, query: filters }),
    ...shared,
  });

interface By {
  readonly by: ResultDimension;
  readonly question: string | undefined;
}

export const breakdownQuery = (id: string, filters: ResultFilters, by: By) =>
  queryOptions({
    queryKey: ['survey-results', id, 'breakdown', filters, by],
    queryFn: () => call(getBreakdown, { params: { id }, query: { ...filters, ...by } }),
    ...shared,
  });

export const crossTablesQuery = (id: string, { from, until, quality }: ResultFilters) =>
  queryOptions({
    queryKey: ['survey-results', id, 'cross-tables', { from, until, quality }],
    queryFn: () => call(getCrossTables, { params: { id }, query: { from, until, quality } }),
    ...shared,
  });

export const funnelQuery = (id: string) =>
  queryOptions({ queryKey: ['survey-results', id, 'funnel'], queryFn: () => call(getFunnel, { params: { id } }), ...shared });
