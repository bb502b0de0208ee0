import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const FindingsPage = lazyRouteComponent(() => import('./list/findings-page.tsx'), 'FindingsPage');
export const FindingPage = lazyRouteComponent(() => import('./one/finding-page.tsx'), 'FindingPage');
export const RankingPage = lazyRouteComponent(() => import('./ranking/ranking-page.tsx'), 'RankingPage');
export const FindingRulesPage = lazyRouteComponent(() => import('./rules/finding-rules-page.tsx'), 'FindingRulesPage');
