import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getService } from '@zhiheng/contract/catalog/services';
import type { Reply } from '@zhiheng/contract/endpoint';
import { listChanges } from '@zhiheng/contract/organisation/organisation';
import { call } from '../../lib/call.ts';

export type ServiceWithUsers = Reply<typeof getService>;

/** One service with what depends on it. */
export const serviceQuery = (id: string) =>
  queryOptions({ queryKey: ['services', id], queryFn: () => call(getService, { params: { id } }) });

export const serviceHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['changes', 'service', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listChanges, { query: { entityKind: 'service', entityId: id, cursor: pageParam, limit: 10 } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
