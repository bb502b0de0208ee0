export { NotificationBell } from './notification-bell.tsx';
export { notificationsSearch } from './notifications.search.ts';
export { channelsSearch } from './channels/channels.search.ts';
export { ChannelsPage, NotificationsPage } from './pages.ts';
