import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { caseLedger, caseTags, getCase, listCases, type CaseFilter } from '@zhiheng/contract/cases/cases';
import { listCaseCategories } from '@zhiheng/contract/cases/categories';
import { listCaseViews } from '@zhiheng/contract/cases/views';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type Ledger = Reply<typeof caseLedger>;
export type LedgerClock = Ledger['clocks'][number];
type Order = Reply<typeof listCaseViews>['items'][number]['order'];

export const casesQuery = (filter: CaseFilter, order: Order) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filter, order],
    queryFn: ({ pageParam, signal }) =>
      call(listCases, { query: { filter: JSON.stringify(filter), order, limit: 50, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The first cases that fit some words: to choose one. */
export const foundCasesQuery = (q: string) =>
  queryOptions({
    queryKey: ['cases', 'found', q],
    queryFn: ({ signal }) => call(listCases, { query: { filter: JSON.stringify({ q }), order: 'updated', limit: 10 } }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });

/** By id or number. */
export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', 'one', id], queryFn: ({ signal }) => call(getCase, { params: { id } }, { signal }) });

export const ledgerQuery = (id: string) =>
  queryOptions({ queryKey: ['cases', 'ledger', id], queryFn: ({ signal }) => call(caseLedger, { params: { id } }, { signal }) });

export const viewsQuery = queryOptions({
  queryKey: ['case-views'],
  queryFn: () => call(listCaseViews).then(({ items }) => items),
  staleTime: 60_000,
});

export const categoriesQuery = queryOptions({
  queryKey: ['case-categories'],
  queryFn: () => call(listCaseCategories).then(({ items }) => items),
  staleTime: 60_000,
});

export const tagsQuery = queryOptions({
  queryKey: ['case-tags'],
  queryFn: () => call(caseTags).then(({ items }) => items),
  staleTime: 60_000,
});
