import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { eventType } from '@zhiheng/contract/events';
import { listChanges } from '@zhiheng/contract/organisation/organisation';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../../lib/call.ts';
import { nextDay, startOfDay } from '../../../lib/day-bounds.ts';
import type { ChangesSearch } from './changes.search.ts';

export type Change = Reply<typeof listChanges>['items'][number];

/** What an old address names and nothing is called any more, is left out. */
function typeOf(name: string | undefined) {
  const type = eventType.safeParse(name);
  return type.success ? { type: type.data } : {};
}

const filtersOf = ({ type, actor, from, to }: ChangesSearch, zone: string) => ({
  ...typeOf(type),
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
