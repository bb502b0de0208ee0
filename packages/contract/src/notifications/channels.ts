import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { postFailure } from '../values/post-failure.ts';
import { locale } from '../values/text.ts';
import { channelKind, deliveryState } from './channel-kind.ts';
import { notificationKind } from './notifications.ts';

/** What may be told to a whole room; the others concern one person. */
export const roomKind = notificationKind.exclude(['digest', 'follow-up-due', 'mentioned']);
export type RoomKind = z.infer<typeof roomKind>;

const url = z.url({ protocol: /^https?$/ }).max(2000);
const secret = z.string().min(1).max(500);

const fields = {
  name: z.string().trim().min(1).max(100),
  language: locale,
  /** what is told here for everybody */
  kinds: z.array(roomKind).max(40),
  /** people may choose it for what they are told themselves */
  choosable: z.boolean(),
  active: z.boolean(),
};

export const channel = z.object({
  id,
  kind: channelKind,
  ...fields,
  version: z.number().int(),
  /** host of the address; the address itself holds the key and is never answered */
  host: z.string(),
  hasSecret: z.boolean(),
  /** how it went the last time; null when it has not been tried */
  health: z.object({ at: instant, failure: postFailure.nullable() }).nullable(),
  waiting: z.number().int(),
  failed: z.number().int(),
});
export type Channel = z.infer<typeof channel>;

export const listChannels = endpoint('GET /api/v1/notification-channels', {
  summary: 'Robots and webhooks to which notifications go; their addresses and secrets are never answered',
  access: 'notifications.define',
  response: z.object({ items: z.array(channel) }),
});
export const createChannel = endpoint('POST /api/v1/notification-channels', {
  summary: 'Add a robot or webhook',
  access: 'notifications.define',
  body: z.object({ kind: channelKind, ...fields, url, secret: secret.nullable() }),
  response: channel,
});
/** Left out, address and secret stay; a new address needs its secret again. */
export const updateChannel = endpoint('PUT /api/v1/notification-channels/:id', {
  summary: 'Change a robot or webhook',
  access: 'notifications.define',
  params: idParams,
  body: z.object({ version: z.number().int(), ...fields, url: url.optional(), secret: secret.nullable().optional() }),
  response: channel,
});
export const deleteChannel = endpoint('DELETE /api/v1/notification-channels/:id', {
  summary: 'Remove a robot or webhook with what waits for it',
  access: 'notifications.define',
  params: idParams,
  response: done,
});
/** `detail` is what the other side said. */
export const testChannel = endpoint('POST /api/v1/notification-channels/:id/trials', {
  summary: 'Send a test message',
  access: 'notifications.define',
  params: idParams,
  body: z.object({}),
  response: z.object({ ok: z.boolean(), failure: postFailure.nullable(), status: z.number().int().nullable(), detail: z.string() }),
});

export const delivery = z.object({
  id,
  channelId: id,
  channelName: z.string(),
  kind: notificationKind,
  label: z.string(),
  /** null: told to the room */
  person: z.string().nullable(),
  state: deliveryState,
  at: instant,
  sentAt: instant.nullable(),
  /** when it is tried, or tried again */
  nextAt: instant.nullable(),
  attempts: z.number().int(),
  failure: postFailure.nullable(),
  status: z.number().int().nullable(),
  detail: z.string(),
});
export type Delivery = z.infer<typeof delivery>;
export const listDeliveries = endpoint('GET /api/v1/notification-deliveries', {
  summary: 'What waits for robots and webhooks, was sent or failed, the newest first',
  access: 'notifications.define',
  query: pageQuery.extend({ channel: id.optional(), state: deliveryState.optional() }),
  response: pageOf(delivery),
});
export const retryDelivery = endpoint('POST /api/v1/notification-deliveries/:id/retries', {
  summary: 'Try a failed message again',
  access: 'notifications.define',
  params: idParams,
  body: z.object({}),
  response: done,
});
