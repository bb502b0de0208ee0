import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const StudiesPage = lazyRouteComponent(() => import('./list/studies-page.tsx'), 'StudiesPage');
export const SessionsPage = lazyRouteComponent(() => import('./sessions/sessions-page.tsx'), 'SessionsPage');
export const StudyPage = lazyRouteComponent(() => import('./study/study-page.tsx'), 'StudyPage');
export const GuidePage = lazyRouteComponent(() => import('./guide/guide-page.tsx'), 'GuidePage');
export const StudySessionsPage = lazyRouteComponent(() => import('./sessions/study-sessions-page.tsx'), 'StudySessionsPage');
export const StudySheetsPage = lazyRouteComponent(() => import('./sheet/study-sheets-page.tsx'), 'StudySheetsPage');
export const AgreementPage = lazyRouteComponent(() => import('./agreement/agreement-page.tsx'), 'AgreementPage');
export const CodesPage = lazyRouteComponent(() => import('./codes/codes-page.tsx'), 'CodesPage');
export const SessionPage = lazyRouteComponent(() => import('./session/session-page.tsx'), 'SessionPage');
export const SheetPage = lazyRouteComponent(() => import('./sheet/sheet-page.tsx'), 'SheetPage');
