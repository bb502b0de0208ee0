import { useEffect } from 'react';

const againMilliseconds = 15_000;

interface Stream {
  /** the address that says what is new, as server-sent events */
  readonly path: string;
  readonly event: string;
  /** a constant function: another one begins to listen anew */
  readonly onNews: () => void;
}

/** Listens until it is aborted; tries again when the server went away. */
function listen({ path, event, onNews }: Stream, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const open = () => {
      source = new EventSource(path);
      source.addEventListener(event, onNews);
      source.onopen = () => {
        // What was said between two connections is lost.
        if (opened) onNews();
        opened = true;
      };
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

/** Hears news of the server while the page is open. A browser opens few connections to one server, so of its pages one listens and tells the others. */
export function useSharedStream({ path, event, onNews }: Stream): void {
  useEffect(() => {
    if (!('locks' in navigator)) return undefined;
    const ended = new AbortController();
    const others = new BroadcastChannel(path);
    const tell = () => {
      onNews();
      others.postMessage('news');
    };
    others.onmessage = onNews;
    const listening = () => listen({ path, event, onNews: tell }, ended.signal);
    void navigator.locks.request(path, { signal: ended.signal }, listening).catch(() => undefined);
    return () => {
      ended.abort();
      others.close();
    };
  }, [path, event, onNews]);
}
