import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CasesPage = lazyRouteComponent(() => import('./list/cases-page.tsx'), 'CasesPage');
export const NewCasePage = lazyRouteComponent(() => import('./new/new-case-page.tsx'), 'NewCasePage');
export const CasePage = lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage');
export const CaseFieldsPage = lazyRouteComponent(() => import('./custom/page/case-fields-page.tsx'), 'CaseFieldsPage');
export const CaseLimitsPage = lazyRouteComponent(() => import('./limits/case-limits-page.tsx'), 'CaseLimitsPage');
export const CaseCategoriesPage = lazyRouteComponent(() => import('./categories/case-categories-page.tsx'), 'CaseCategoriesPage');
