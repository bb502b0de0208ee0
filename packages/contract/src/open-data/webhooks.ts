import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { eventType } from '../events.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { postFailure } from '../values/post-failure.ts';
import { webhookDeliveryState, webhookState } from './webhook-state.ts';

const url = z.url({ protocol: /^https?$/ }).max(2000);
const fields = {
  name: z.string().trim().min(1).max(100),
  /** none: all that happens */
  types: z.array(eventType).max(400),
};

export const webhook = z.object({
  id,
  ...fields,
  version: z.number().int(),
  state: webhookState,
  /** host of the address; the address itself is never answered */
  host: z.string(),
  createdAt: instant,
  health: z.object({ at: instant, failure: postFailure.nullable() }).nullable(),
  waiting: z.number().int(),
  failed: z.number().int(),
  /** until then what is sent carries a signature under the former secret too */
  formerSecretUntil: instant.nullable(),
});
export type Webhook = z.infer<typeof webhook>;
/** The secret is shown this once. */
const withSecret = z.object({ webhook, secret: z.string() });

export const listWebhooks = endpoint('GET /api/v1/webhooks', {
  summary: 'Programs that are told what happens',
  access: 'open-data.manage',
  response: z.object({ items: z.array(webhook) }),
});
export const createWebhook = endpoint('POST /api/v1/webhooks', {
  summary: 'Tell a program what happens, as signed CloudEvents',
  access: 'open-data.manage',
  body: z.object({ ...fields, url }),
  response: withSecret,
});
/** `state` switches it off and on again; one that was disabled begins anew. */
export const updateWebhook = endpoint('PUT /api/v1/webhooks/:id', {
  summary: 'Change what a program is told',
  access: 'open-data.manage',
  params: idParams,
  body: z.object({ version: z.number().int(), ...fields, url: url.optional(), state: z.enum(['active', 'off']) }),
  response: webhook,
});
export const deleteWebhook = endpoint('DELETE /api/v1/webhooks/:id', {
  summary: 'Tell a program nothing any more',
  access: 'open-data.manage',
  params: idParams,
  response: done,
});
export const rotateWebhookSecret = endpoint('POST /api/v1/webhooks/:id/secrets', {
  summary: 'A new secret; for a day everything is signed under the former one too',
  access: 'open-data.manage',
  params: idParams,
  body: z.object({}),
  response: withSecret,
});

export const webhookDelivery = z.object({
  id,
  webhookId: id,
  webhookName: z.string(),
  eventId: id,
  type: eventType,
  state: webhookDeliveryState,
  replay: z.number().int(),
  at: instant,
  sentAt: instant.nullable(),
  nextAt: instant.nullable(),
  attempts: z.number().int(),
  failure: postFailure.nullable(),
  status: z.number().int().nullable(),
  detail: z.string(),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const listWebhookDeliveries = endpoint('GET /api/v1/webhook-deliveries', {
  summary: 'What programs were told, the newest first',
  access: 'open-data.manage',
  query: pageQuery.extend({ webhook: id.optional(), state: webhookDeliveryState.optional() }),
  response: pageOf(webhookDelivery),
});
export const readWebhookDelivery = endpoint('GET /api/v1/webhook-deliveries/:id', {
  summary: 'The very words of one delivery',
  access: 'open-data.manage',
  params: idParams,
  response: webhookDelivery.extend({ body: z.string() }),
});
export const replayWebhookDelivery = endpoint('POST /api/v1/webhook-deliveries/:id/replays', {
  summary: 'Send the same event again, under the same id',
  access: 'open-data.manage',
  params: idParams,
  body: z.object({}),
  response: done,
});
