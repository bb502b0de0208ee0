import * as analyses from '@zhiheng/contract/surveys/analyses';
import * as results from '@zhiheng/contract/surveys/results';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const staff = 'AQSUTE';
const part = { serviceId: id, siteId: id, teamId: id, segmentId: id, group: 'kind:patient' };
const query = { from: '2026-01', until: '2026-12', ...part, quality: 'clean' };

export const surveyResultFiles = { results, analyses };

/** Well-formed calls for the results of surveys. */
export const surveyResultCalls: readonly SampleCall[] = [
  { endpoint: results.getResults, may: staff, params: { id }, query },
  { endpoint: results.getTrend, may: staff, params: { id }, query },
  { endpoint: results.getBreakdown, may: staff, params: { id }, query: { ...query, by: 'group', question: 'kind' } },
  { endpoint: results.getCrossTables, may: staff, params: { id }, query: { from: '2026-01', until: '2026-12', quality: 'all' } },
  { endpoint: results.getFunnel, may: staff, params: { id } },
  { endpoint: analyses.listAnalyses, may: staff, params: { id }, query: { limit: '2' } },
  {
    endpoint: analyses.startAnalysis,
    may: 'AQ',
    params: { id },
    body: {
      request: { kind: 'cross', rows: { dimension: 'segment' }, columns: [{ field: 'again' }], layer: { field: 'kind' } },
      filters: query,
    },
  },
  { endpoint: analyses.getAnalysis, may: staff, params: { id } },
  { endpoint: analyses.cancelAnalysis, may: 'AQ', params: { id } },
  { endpoint: analyses.repeatAnalysis, may: 'AQ', params: { id } },
  { endpoint: analyses.deleteAnalysis, may: 'AQ', params: { id } },
  { endpoint: analyses.getAnalysisChoices, may: staff, params: { id } },
];
