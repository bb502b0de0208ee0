import { useQueryClient } from '@tanstack/react-query';
import { notificationStream } from '@zhiheng/contract/notifications/notification-stream';
import { useCallback } from 'react';
import { useSharedStream } from '../../lib/use-shared-stream.ts';

/** Keeps the bell up to date. */
export function useLiveCount(): void {
  const client = useQueryClient();
  const onNews = useCallback(() => void client.invalidateQueries({ queryKey: ['notifications'] }), [client]);
  useSharedStream({ path: notificationStream.path, event: 'notified', onNews });
}
