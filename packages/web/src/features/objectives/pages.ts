import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const ObjectivesPage = lazyRouteComponent(() => import('./objectives-page.tsx'), 'ObjectivesPage');
export const ObjectivePage = lazyRouteComponent(() => import('./objective-page.tsx'), 'ObjectivePage');
