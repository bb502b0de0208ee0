import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { listChanges } from '@zhiheng/contract/organisation/organisation';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';
import { nextDay, startOfDay } from '../../../lib/day-bounds.ts';
import type { ChangesSearch } from './changes.search.ts';

export type Change = Reply<typeof listChanges>['items'][number];

const filtersOf = ({ type, actor, from, to }: ChangesSearch, zone: string) => ({
  ...(type === undefined ? {} : { type }),
  ...(actor === undefined ? {} : { actorId: actor }),
  ...(from === undefined ? {} : { from: startOfDay(from, zone) }),
  ...(to === undefined ? {} : { to: startOfDay(nextDay(to), zone) }),
});

export const changesQuery = (search: ChangesSearch, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['changes', search, zone],
    queryFn: ({ pageParam, signal }) =>
      call(listChanges, { query: { ...filtersOf(search, zone), ...(pageParam === null ? {} : { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
