import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listCustomers } from '@zhiheng/contract/customers/customers';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';

export type FoundCustomer = Reply<typeof listCustomers>['items'][number];

/** Customers by phone, name or code. */
export const foundCustomersQuery = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'found', q],
    queryFn: ({ signal }): Promise<readonly FoundCustomer[]> =>
      call(listCustomers, { query: { q, limit: 10 } }, { signal }).then(({ items }) => items),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });
