import { createRouter } from '@tanstack/react-router';
import { RoutePending } from './route-pending.tsx';
import { RouteError } from './route-error.tsx';
import { RouteMissing } from './route-missing.tsx';
import { routeTree } from './routes/route-tree.ts';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // Query keeps the data; the router only loads code.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteMissing,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
