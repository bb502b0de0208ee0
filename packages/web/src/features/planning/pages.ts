import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const PlansPage = lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage');
export const PlanPage = lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage');
