import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { search } from '@zhiheng/contract/insight/board';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';

export type Hit = Reply<typeof search>['items'][number];

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => call(search, { query: { q } }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
