import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listFieldStudies } from '@zhiheng/contract/fieldwork/studies';
import { compareStandard, getStandard, listStandards } from '@zhiheng/contract/standards/standards';
import { call } from '../../lib/call.ts';
import type { StandardsSearch } from './standards.search.ts';

export const standardsQuery = ({ q, state, kind }: StandardsSearch) =>
  infiniteQueryOptions({
    queryKey: ['standards', 'list', { q, state, kind }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listStandards, { query: { q, state, kind, cursor: pageParam, limit: 100 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const standardQuery = (id: string) =>
  queryOptions({ queryKey: ['standards', 'one', id], queryFn: () => call(getStandard, { params: { id } }) });

export const comparisonQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['standards', 'comparison', id, from, to],
    queryFn: () => call(compareStandard, { params: { id }, query: { from, to } }),
  });

/** Guides to choose from; nobody who may not read them is asked. */
export const guideOptionsQuery = (allowed: boolean) =>
  queryOptions({
    queryKey: ['standards', 'guides'],
    queryFn: () => call(listFieldStudies, { query: { limit: 200 } }).then(({ items }) => items),
    enabled: allowed,
  });
