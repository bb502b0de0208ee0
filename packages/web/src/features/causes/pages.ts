import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CausesPage = lazyRouteComponent(() => import('./list/causes-page.tsx'), 'CausesPage');
export const AnalysisPage = lazyRouteComponent(() => import('./analysis-page.tsx'), 'AnalysisPage');
export const FailuresPage = lazyRouteComponent(() => import('./failures/failures-page.tsx'), 'FailuresPage');
