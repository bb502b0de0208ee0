import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getAnalysis, listAnalyses } from '@zhiheng/contract/causes/causes';
import { listFailures } from '@zhiheng/contract/causes/service-failures';
import { call } from '../../lib/call.ts';
import type { CausesSearch, FailuresSearch } from './causes.search.ts';

export const analysesQuery = ({ q, method }: CausesSearch) =>
  infiniteQueryOptions({
    queryKey: ['causes', 'list', { q, method }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listAnalyses, { query: { q, method, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const analysesOfFindingQuery = (findingId: string) =>
  queryOptions({
    queryKey: ['causes', 'finding', findingId],
    queryFn: () => call(listAnalyses, { query: { findingId, limit: 50 } }).then(({ items }) => items),
  });

export const analysisQuery = (id: string) =>
  queryOptions({ queryKey: ['causes', 'one', id], queryFn: () => call(getAnalysis, { params: { id } }) });

export const failuresQuery = ({ q }: Pick<FailuresSearch, 'q'>) =>
  infiniteQueryOptions({
    queryKey: ['causes', 'failures', { q }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listFailures, { query: { q, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
