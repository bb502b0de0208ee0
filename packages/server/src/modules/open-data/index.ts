/** The door of open data. */
export { bindOpenData } from './open-data.routes.ts';
export { forgetOldDeliveries, resealWebhooks } from './webhooks/look-after-webhooks.ts';
export { webhookSubscriber } from './webhooks/on-events.ts';
export { WebhookRunner } from './webhooks/webhook-runner.ts';
