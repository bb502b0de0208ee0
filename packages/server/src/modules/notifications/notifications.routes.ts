import { notificationStream } from '@zhiheng/contract/notifications/notification-stream';
import * as api from '@zhiheng/contract/notifications/notifications';
import type { Notices } from '../../platform/database/notices.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { countUnread, listNotifications, markRead } from './list-notifications.ts';
import { NotificationStreams } from './notification-stream.ts';
import { notificationChannel } from './notify.ts';
import { getSettings, setSettings } from './settings.ts';

export function bindNotifications(binder: Binder, notices: Notices): void {
  bind(binder, api.listNotifications, listNotifications);
  bind(binder, api.countNotifications, countUnread);
  bind(binder, api.readNotifications, markRead);
  bind(binder, api.getNotificationSettings, getSettings);
  bind(binder, api.setNotificationSettings, setSettings);
  bindStream(binder, notices);
}

/** The connection for announcements is opened when the first page listens. */
function bindStream(binder: Binder, notices: Notices): void {
  const streams = new NotificationStreams();
  let listening: Promise<void> | null = null;
  bind(binder, notificationStream, async (call) => {
    listening ??= notices.listen(notificationChannel, streams.hear);
    // A database that is away now may be back for the next page.
    await listening.catch((error: unknown) => {
      listening = null;
      throw error;
    });
    streams.join(call);
  });
  binder.app.addHook('preClose', async () => streams.close());
}
