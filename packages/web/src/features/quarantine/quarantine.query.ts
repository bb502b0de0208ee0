import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import { listImports } from '@zhiheng/contract/measurement/imports';
import { listQuarantine } from '@zhiheng/contract/measurement/observations';
import { call } from '../../lib/call.ts';
import type { QuarantineSearch } from './quarantine.search.ts';

export type QuarantinePart = Reply<typeof listQuarantine>;
export type QuarantinedRow = QuarantinePart['items'][number];

export const quarantineQuery = (search: QuarantineSearch) =>
  infiniteQueryOptions({
    queryKey: ['quarantine', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listQuarantine, { query: { ...search, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The latest imports, for their names. */
export const importNamesQuery = queryOptions({
  queryKey: ['imports', 'names'],
  queryFn: () => call(listImports, { query: { limit: 200 } }).then(({ items }) => items.filter(({ dryRun }) => !dryRun)),
});
