import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const PacksPage = lazyRouteComponent(() => import('./catalogue/packs-page.tsx'), 'PacksPage');
