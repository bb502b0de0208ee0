import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CollectionsPage = lazyRouteComponent(() => import('./collections-page.tsx'), 'CollectionsPage');
export const EntrySheetPage = lazyRouteComponent(() => import('./entry-sheet-page.tsx'), 'EntrySheetPage');
