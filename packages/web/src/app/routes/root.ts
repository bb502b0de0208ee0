import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../../features/identity/index.ts';
import { queryClient } from '../../lib/query-client.ts';
import { Shell } from '../shell/shell.tsx';
import { takeOverChoices } from '../take-over-choices.ts';

export const rootRoute = createRootRoute();

/** `/` is no page: it leads to the board, and from there to the sign-in page where that is needed. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/app/board' });
  },
});

/** Everything behind the sign-in. Who one is and what one may do is known before anything is drawn. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/app',
  beforeLoad: async () => takeOverChoices(await queryClient.ensureQueryData(meQuery)),
  component: Shell,
});

export const appStartRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/app/board' });
  },
});
