import { useQueryClient } from '@tanstack/react-query';
import { notificationStream } from '@zhiheng/contract/notifications/notification-stream';
import { useEffect } from 'react';

const lockName = 'zhiheng-notifications';
const againMilliseconds = 15_000;

/** Listens until it is aborted; tries again when the server went away. */
function listen(onNews: () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(notificationStream.path);
      source.addEventListener('notified', onNews);
      source.onerror = () => {
        // A browser tries again by itself, except where the server refused.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, againMilliseconds);
      };
    };
    open();
    signal.addEventListener('abort', () => {
      clearTimeout(again);
      source?.close();
      resolve();
    });
  });
}

/** Keeps the bell up to date. A browser opens few connections to one server, so of its pages one listens and tells the others. */
export function useLiveCount(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!('locks' in navigator)) return undefined;
    const ended = new AbortController();
    const others = new BroadcastChannel(lockName);
    const refresh = () => void client.invalidateQueries({ queryKey: ['notifications'] });
    const onNews = () => {
      refresh();
      others.postMessage('news');
    };
    others.onmessage = refresh;
    void navigator.locks.request(lockName, { signal: ended.signal }, () => listen(onNews, ended.signal)).catch(() => undefined);
    return () => {
      ended.abort();
      others.close();
    };
  }, [client]);
}
