import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
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
  'automation',
  'digest',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

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

const wanted = z.object({ app: z.boolean(), mail: z.boolean() });
const settings = z.object({
  kinds: z.record(notificationKind, wanted),
  /** the hour of the daily summary; null: none */
  digestHour: z.number().int().min(0).max(23).nullable(),
  /** null: that of the organisation */
  timeZone: z.string().min(1).max(64).nullable(),
});
export type NotificationSettings = z.infer<typeof settings>;
export const getNotificationSettings = endpoint('GET /api/v1/notification-settings', {
  summary: 'What one wants to be told',
  access: 'signed-in',
  response: settings,
});
export const setNotificationSettings = endpoint('PUT /api/v1/notification-settings', {
  summary: 'Choose what one wants to be told',
  access: 'signed-in',
  body: settings,
  response: settings,
});
