import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: the page is fetched when it is opened.
export const SuggestionsPage = lazyRouteComponent(() => import('./suggestions-page.tsx'), 'SuggestionsPage');
