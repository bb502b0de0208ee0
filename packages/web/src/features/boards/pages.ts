import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: a page is fetched when it is opened.
export const SharedBoardsPage = lazyRouteComponent(() => import('./boards-page.tsx'), 'SharedBoardsPage');
export const SharedBoardPage = lazyRouteComponent(() => import('./board-page.tsx'), 'SharedBoardPage');
export const HomePage = lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage');
