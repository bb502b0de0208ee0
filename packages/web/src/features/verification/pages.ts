import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const VerificationsPage = lazyRouteComponent(() => import('./list/verifications-page.tsx'), 'VerificationsPage');
export const NewVerificationPage = lazyRouteComponent(() => import('./plan/new-verification-page.tsx'), 'NewVerificationPage');
export const VerificationPage = lazyRouteComponent(() => import('./result/verification-page.tsx'), 'VerificationPage');
