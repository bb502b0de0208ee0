import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listServiceContracts } from '@zhiheng/contract/agreements/agreements';
import { listCases } from '@zhiheng/contract/cases/cases';
import { foreseeSegmentRules, getCustomer, listCustomers, listSegmentRules, type SegmentRule } from '@zhiheng/contract/customers/customers';
import { call } from '../../lib/call.ts';
import type { CustomersSearch } from './customers.search.ts';

export const customersQuery = ({ q, segment, kind, order }: CustomersSearch) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', { q, segment, kind, order }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listCustomers, { query: { q, segmentId: segment, kind, order, cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
    // The list stays while a filter is changed: a search does not flicker.
    placeholderData: (before) => before,
  });

export const customerQuery = (id: string) =>
  queryOptions({ queryKey: ['customers', 'one', id], queryFn: () => call(getCustomer, { params: { id } }) });

export const customerContractsQuery = (customerId: string) =>
  queryOptions({ queryKey: ['customers', 'contracts', customerId], queryFn: () => call(listServiceContracts, { query: { customerId } }) });

/** The newest ones; the rest stands in the list of cases. */
export const customerCasesQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'cases', customerId],
    queryFn: () => call(listCases, { query: { filter: JSON.stringify({ customerId }), order: 'newest', limit: 8 } }),
  });

export const segmentRulesQuery = queryOptions({
  queryKey: ['customers', 'segments'],
  queryFn: () => call(listSegmentRules),
});

export const foreseenQuery = (items: readonly Pick<SegmentRule, 'segmentId' | 'level' | 'tests'>[]) =>
  queryOptions({
    queryKey: ['customers', 'foreseen', items],
    queryFn: ({ signal }) => call(foreseeSegmentRules, { body: { items: [...items] } }, { signal }),
  });
