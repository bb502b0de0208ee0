import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const FeedbackPage = lazyRouteComponent(() => import('./inbox/feedback-page.tsx'), 'FeedbackPage');
export const FollowUpsPage = lazyRouteComponent(() => import('./follow-ups/follow-ups-page.tsx'), 'FollowUpsPage');
export const NeedsPage = lazyRouteComponent(() => import('./needs/needs-page.tsx'), 'NeedsPage');
export const ThemesPage = lazyRouteComponent(() => import('./themes/themes-page.tsx'), 'ThemesPage');
