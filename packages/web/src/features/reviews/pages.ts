import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const ReviewsPage = lazyRouteComponent(() => import('./list/reviews-page.tsx'), 'ReviewsPage');
export const ReviewPage = lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage');
