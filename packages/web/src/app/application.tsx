import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../lib/query-client.ts';
import { router } from './router.ts';

export function startApplication(root: HTMLElement): void {
  // The application can meet every problem; the words come beside the first page.
  void import('../lib/all-problem-words.ts').then(({ knowAllProblems }) => knowAllProblems());
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
