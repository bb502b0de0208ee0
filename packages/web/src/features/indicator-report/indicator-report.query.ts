import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { readIndicatorReport } from '@zhiheng/contract/insight/board';
import { importedLine } from '@zhiheng/contract/measurement/imports';
import { listObservations, type SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';
import { filterIn } from '../subjects/index.ts';
import type { ReportSearch } from './indicator-report.search.ts';

export type IndicatorReport = Reply<typeof readIndicatorReport>;

export function reportQuery(code: string, { period, by, grain, ...rest }: ReportSearch) {
  const query = { period, by, grain, ...filterIn(rest) };
  return queryOptions({
    queryKey: ['indicator-report', code, query],
    queryFn: () => call(readIndicatorReport, { params: { code }, query }),
    placeholderData: keepPreviousData,
  });
}

export interface ObservationRange extends SubjectFilter {
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
}

export const observationsQuery = (range: ObservationRange) =>
  infiniteQueryOptions({
    queryKey: ['observations', range],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listObservations, { query: { ...range, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const importedLineQuery = (id: string, line: number) =>
  queryOptions({
    queryKey: ['imports', id, 'lines', line],
    queryFn: () => call(importedLine, { params: { id, line } }),
    staleTime: Infinity,
  });
