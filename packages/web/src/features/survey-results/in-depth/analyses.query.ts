import { queryOptions } from '@tanstack/react-query';
import { getAnalysis, getAnalysisChoices, listAnalyses, type AnalysisRow } from '@zhiheng/contract/surveys/analyses';
import { call } from '../../../lib/call.ts';

export const isRunning = ({ state }: Pick<AnalysisRow, 'state'>): boolean => state === 'queued' || state === 'running';

export const choicesQuery = (id: string) =>
  queryOptions({ queryKey: ['survey-analyses', 'choices', id], queryFn: () => call(getAnalysisChoices, { params: { id } }) });

// Answers come in while the page is open, and make analyses stale.
export const analysesQuery = (id: string) =>
  queryOptions({
    queryKey: ['survey-analyses', 'of', id],
    queryFn: () => call(listAnalyses, { params: { id }, query: { limit: 200 } }),
    refetchInterval: (query) => (query.state.data?.items.some(isRunning) === true ? 1_500 : 10_000),
  });

export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: ['survey-analyses', id],
    queryFn: () => call(getAnalysis, { params: { id } }),
    refetchInterval: (query) => (query.state.data === undefined || isRunning(query.state.data) ? 700 : 10_000),
  });
