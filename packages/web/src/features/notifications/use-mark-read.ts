import { useMutation } from '@tanstack/react-query';
import { readNotifications, type Notification } from '@zhiheng/contract/notifications/notifications';
import { call } from '../../lib/call.ts';

/** Marks some as read, or all. */
export function useMarkRead() {
  const mark = useMutation({ mutationFn: (ids: string[] | null) => call(readNotifications, { body: ids === null ? {} : { ids } }) });
  return {
    all: () => mark.mutate(null),
    one: ({ id, read }: Notification) => {
      if (!read) mark.mutate([id]);
    },
  };
}
