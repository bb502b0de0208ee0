import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const StandardsPage = lazyRouteComponent(() => import('./standards-page.tsx'), 'StandardsPage');
export const StandardPage = lazyRouteComponent(() => import('./standard-page.tsx'), 'StandardPage');
export const StandardEditorPage = lazyRouteComponent(() => import('./standard-editor-page.tsx'), 'StandardEditorPage');
