import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listAccounts } from '@zhiheng/contract/identity/accounts';
import { call } from '../../../lib/call.ts';
import type { UsersSearch } from './users.search.ts';

export const accountsQuery = (search: UsersSearch) =>
  infiniteQueryOptions({
    queryKey: ['accounts', search],
    queryFn: ({ pageParam, signal }) =>
      call(listAccounts, { query: { ...search, ...(pageParam === null ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export interface AccountName {
  readonly id: string;
  readonly name: string;
}

/** People to choose from, as owner of something. */
export const accountNamesQuery = queryOptions({
  queryKey: ['accounts', 'names'],
  queryFn: async ({ signal }): Promise<readonly AccountName[]> => {
    const { items } = await call(listAccounts, { query: { limit: 200, state: 'active' } }, { signal });
    return items.map(({ id, name }) => ({ id, name }));
  },
});
