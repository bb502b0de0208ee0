import { QueryClient } from '@tanstack/react-query';
import { statusOf } from './problem-words.ts';

// 0: nobody answered. Everything else is an answer, and asking again would give the same one.
const mayHelp = (failures: number, error: unknown) => failures < 2 && statusOf(error) === 0;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayHelp, refetchOnWindowFocus: false },
  },
});
