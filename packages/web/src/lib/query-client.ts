import { MutationCache, QueryClient } from '@tanstack/react-query';
import { problemWords, statusOf } from './problem-words.ts';
import { showToast } from './toast.ts';

interface Meta extends Record<string, unknown> {
  /** the page shows the error itself, beside what caused it */
  readonly showsError?: boolean;
  /** what to say when it worked */
  readonly done?: string;
}
declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: Meta;
  }
}

// 0: nobody answered. Everything else is an answer, and asking again would give the same one.
const mayHelp = (failures: number, error: unknown) => failures < 2 && statusOf(error) === 0;

const mutationCache = new MutationCache({
  onError: (error, ...[, , { meta }]) => {
    if (meta?.showsError !== true) showToast({ tone: 'bad', words: problemWords(error) });
  },
  // After a change everything on the screen is asked for again: simpler than knowing what depends on what, and never stale.
  onSuccess: (_answer, ...[, , { meta }, { client }]) => {
    if (meta?.done !== undefined) showToast({ tone: 'good', words: meta.done });
    return client.invalidateQueries();
  },
});

export const queryClient = new QueryClient({
  mutationCache,
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayHelp, refetchOnWindowFocus: false },
  },
});
