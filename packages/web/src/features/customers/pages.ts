import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CustomersPage = lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage');
export const SegmentRulesPage = lazyRouteComponent(() => import('./segments/segment-rules-page.tsx'), 'SegmentRulesPage');
