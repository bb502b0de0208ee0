import * as api from '@zhiheng/contract/notifications/notifications';
import type { Notices } from '../../platform/database/notices.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { countUnread, listNotifications, markRead } from './list-notifications.ts';
import { bindNotificationStream } from './notification-stream.ts';
import { getSettings, setSettings } from './settings.ts';

export function bindNotifications(binder: Binder, notices: Notices): void {
  bind(binder, api.listNotifications, listNotifications);
  bind(binder, api.countNotifications, countUnread);
  bind(binder, api.readNotifications, markRead);
  bind(binder, api.getNotificationSettings, getSettings);
  bind(binder, api.setNotificationSettings, setSettings);
  bindNotificationStream(binder, notices);
}
