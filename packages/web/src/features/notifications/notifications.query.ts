import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { countNotifications, getNotificationSettings, listNotifications } from '@zhiheng/contract/notifications/notifications';
import { call } from '../../lib/call.ts';

/** Where there is no live connection, the bell looks again so often. */
const lookedAtAgain = 60_000;

export const countQuery = queryOptions({
  queryKey: ['notifications', 'count'],
  queryFn: ({ signal }) => call(countNotifications, {}, { signal }).then(({ unread }) => unread),
  refetchInterval: lookedAtAgain,
});

export const latestQuery = queryOptions({
  queryKey: ['notifications', 'latest'],
  queryFn: ({ signal }) => call(listNotifications, { query: { limit: 8 } }, { signal }).then(({ items }) => items),
});

export const notificationsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { query: { cursor: pageParam, limit: 50, ...(unread && { unread: 'true' }) } }, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const settingsQuery = queryOptions({ queryKey: ['notification-settings'], queryFn: () => call(getNotificationSettings) });
