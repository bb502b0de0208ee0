import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { channelKind } from './channel-kind.ts';
import { id, instant, pageOf, pageQuery } from '../values/page.ts';

export const notificationKind = z.enum([
  'assigned',
  'team-case',
  'mentioned',
  'customer-replied',
  'escalated',
  'breached',
  'follow-up-due',
  'follow-up',
  'campaign-told',
  'objective-alert',
  'action-assigned',
  'action-late',
  'webhook-off',
  'automation',
  'digest',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

/** What does not wait for the end of quiet hours, unless somebody wants that. */
export const urgentKinds: ReadonlySet<NotificationKind> = new Set(['escalated', 'breached', 'objective-alert']);

/** What an account was told. `params` are the facts of its words, which the page chooses by the kind. */
export const notification = z.object({
  id,
  at: instant,
  kind: notificationKind,
  entityKind: z.string(),
  entityId: z.string(),
  /** number and subject of a case, name of another thing */
  label: z.string(),
  params: z.record(z.string(), z.unknown()),
  read: z.boolean(),
});
export type Notification = z.infer<typeof notification>;

export const listNotifications = endpoint('GET /api/v1/notifications', {
  summary: 'What one was told, the newest first',
  access: 'signed-in',
  query: pageQuery.extend({ unread: z.stringbool().optional() }),
  response: pageOf(notification),
});
const unread = z.object({ unread: z.number().int() });
export const countNotifications = endpoint('GET /api/v1/notification-count', {
  summary: 'How much one has not read yet',
  access: 'signed-in',
  response: unread,
});
/** Without `ids` all of them. */
export const readNotifications = endpoint('POST /api/v1/notification-readings', {
  summary: 'Mark notifications as read',
  access: 'signed-in',
  body: z.object({ ids: z.array(id).max(200).optional() }),
  response: unread,
});

/** `channels` are robots and webhooks that the organisation lets people choose. */
const wanted = z.object({ app: z.boolean(), mail: z.boolean(), channels: z.array(id).max(20).default([]) });
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_of_day');
const settings = z.object({
  kinds: z.record(notificationKind, wanted),
  /** the hour of the daily summary; null: none */
  digestHour: z.number().int().min(0).max(23).nullable(),
  /** null: that of the organisation */
  timeZone: z.string().min(1).max(64).nullable(),
  /** between these, in the zone of the person, nothing is sent out; over midnight when `to` is earlier. The bell shows it all the same. */
  quiet: z.object({ from: timeOfDay, to: timeOfDay, urgentPasses: z.boolean() }).nullable().default(null),
  /** mail of what is not urgent: at once, together at the full hour, or together at the hour of the summary */
  gather: z.enum(['at-once', 'hourly', 'daily']).default('at-once'),
});
export type NotificationSettings = z.infer<typeof settings>;
const shownSettings = settings.extend({ choosable: z.array(z.object({ id, name: z.string(), kind: channelKind })) });
export type ShownSettings = z.infer<typeof shownSettings>;
export const getNotificationSettings = endpoint('GET /api/v1/notification-settings', {
  summary: 'What one wants to be told',
  access: 'signed-in',
  response: shownSettings,
});
export const setNotificationSettings = endpoint('PUT /api/v1/notification-settings', {
  summary: 'Choose what one wants to be told',
  access: 'signed-in',
  body: settings,
  response: shownSettings,
});
