import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listChannels, listDeliveries } from '@zhiheng/contract/notifications/channels';
import { call } from '../../../lib/call.ts';
import type { ChannelsSearch } from './channels.search.ts';

export const channelsQuery = queryOptions({ queryKey: ['notification-channels'], queryFn: () => call(listChannels) });

export const deliveriesQuery = (state: ChannelsSearch['state']) =>
  infiniteQueryOptions({
    queryKey: ['notification-deliveries', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listDeliveries, { query: { state, cursor: pageParam, limit: 50 } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
