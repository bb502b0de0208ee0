import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { countFindings, getFinding, listFindings, type FindingFilter } from '@zhiheng/contract/findings/findings';
import { getFindingPriority, rankFindings } from '@zhiheng/contract/findings/priority';
import { listFindingRules } from '@zhiheng/contract/findings/rules';
import { call } from '../../lib/call.ts';
import type { FindingsSearch } from './findings.search.ts';

/** What the address asks for, as the server filters. */
export const filterOf = ({ q, state, source, kind, severity, indicator, mine, overdue }: FindingsSearch): FindingFilter => ({
  ...{ q, source, kind, severity, indicator },
  state: state === 'all' ? undefined : (state ?? 'active'),
  ownerId: mine === true ? 'me' : undefined,
  due: overdue === true ? 'overdue' : undefined,
});

export const findingsQuery = (search: FindingsSearch) => {
  const query = { ...filterOf(search), order: search.order ?? 'last-seen' };
  return infiniteQueryOptions({
    queryKey: ['findings', 'list', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listFindings, { query: { ...query, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
};

export const findingCountsQuery = queryOptions({ queryKey: ['findings', 'counts'], queryFn: () => call(countFindings) });

export const findingQuery = (id: string) =>
  queryOptions({ queryKey: ['findings', 'one', id], queryFn: () => call(getFinding, { params: { id } }) });

export const findingPriorityQuery = (id: string) =>
  queryOptions({ queryKey: ['findings', 'priority', id], queryFn: () => call(getFindingPriority, { params: { id } }) });

/** Findings to choose from, by their words. */
export const findingOptionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['findings', 'options', q],
    queryFn: () => call(listFindings, { query: { state: 'active', limit: 20, ...(q === '' ? {} : { q }) } }).then(({ items }) => items),
    placeholderData: keepPreviousData,
  });

export const rankingQuery = queryOptions({ queryKey: ['findings', 'ranking'], queryFn: () => call(rankFindings) });
export const findingRulesQuery = queryOptions({ queryKey: ['findings', 'rules'], queryFn: () => call(listFindingRules) });
