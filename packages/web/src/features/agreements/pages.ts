import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const AgreementsPage = lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage');
export const AgreementPage = lazyRouteComponent(() => import('./agreement-page.tsx'), 'AgreementPage');
