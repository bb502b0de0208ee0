import { z } from 'zod';
import { notificationStream } from '@zhiheng/contract/notifications/notification-stream';
import { id } from '@zhiheng/contract/values/page';
import type { Notices } from '../../platform/database/notices.ts';
import type { Binder } from '../../platform/http/bind.ts';
import { bindEvents } from '../../platform/http/event-streams.ts';
import { accountOf } from './list-notifications.ts';
import { notificationChannel } from './notify.ts';

const announcement = z.object({ orgId: id, accountIds: z.array(id) });

/** Pages of one person. */
const mostPages = 20;

/** Tells the pages of each person that there is something new. */
export function bindNotificationStream(binder: Binder, notices: Notices): void {
  bindEvents(binder, notificationStream, {
    ...{ notices, channel: notificationChannel, most: mostPages, keyOf: (call) => keyOf(call.orgId, accountOf(call)) },
    hear: (payload, streams) => {
      const { orgId, accountIds } = announcement.parse(JSON.parse(payload));
      for (const accountId of accountIds) streams.say(keyOf(orgId, accountId), 'notified', {});
    },
  });
}

const keyOf = (orgId: string, accountId: string): string => `${orgId}/${accountId}`;
