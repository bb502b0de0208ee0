import { queryOptions } from '@tanstack/react-query';
import { listAccounts } from '@zhiheng/contract/identity/accounts';
import { call } from '../../lib/call.ts';

/** People who can own something. Asks only with `identity.read`. */
export const accountOptionsQuery = (allowed: boolean) =>
  queryOptions({
    queryKey: ['accounts', 'options'],
    queryFn: () =>
      call(listAccounts, { query: { limit: 200 } }).then(({ items }) => items.filter((account) => account.state !== 'disabled')),
    enabled: allowed,
    staleTime: 60_000,
  });
