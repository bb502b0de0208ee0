import { z } from 'zod';

/** `disabled`: a day went by without one success. */
export const webhookState = z.enum(['active', 'off', 'disabled']);
export type WebhookState = z.infer<typeof webhookState>;

export const webhookDeliveryState = z.enum(['waiting', 'sent', 'failed']);
export type WebhookDeliveryState = z.infer<typeof webhookDeliveryState>;
