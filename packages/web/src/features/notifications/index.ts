export { NotificationBell } from './notification-bell.tsx';
export { notificationsSearch } from './notifications.search.ts';
export { NotificationsPage } from './pages.ts';
