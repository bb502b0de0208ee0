import { useCallback, useEffect, useState } from 'react';

export type Loaded<T> =
  { readonly kind: 'loading' } | { readonly kind: 'here'; readonly value: T } | { readonly kind: 'failed'; readonly error: unknown };

/** Reads once when the page opens, again when one comes back to it, and whenever it is asked to. The doors do without the query cache. */
export function useLoaded<T>(read: () => Promise<T>): { readonly state: Loaded<T>; readonly again: () => Promise<void> } {
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  const again = useCallback(
    () =>
      read().then(
        (value) => setState({ kind: 'here', value }),
        // What is on the page stays there when a second reading fails.
        (error: unknown) => setState((now) => (now.kind === 'here' ? now : { kind: 'failed', error })),
      ),
    [read],
  );
  useEffect(() => {
    void again();
    const look = () => {
      if (document.visibilityState === 'visible') void again();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [again]);
  return { state, again };
}
