import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: a page is fetched when it is opened.
export const NotificationsPage = lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage');
export const ChannelsPage = lazyRouteComponent(() => import('./channels/channels-page.tsx'), 'ChannelsPage');
