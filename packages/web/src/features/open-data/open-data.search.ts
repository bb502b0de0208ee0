import { webhookDeliveryState } from '@zhiheng/contract/open-data/webhook-state';
import { z } from 'zod';

export const openDataSearch = z.object({
  /** without it the webhooks */
  view: z.enum(['log', 'logins', 'tables']).optional().catch(undefined),
  state: webhookDeliveryState.optional().catch(undefined),
});
export type OpenDataSearch = z.infer<typeof openDataSearch>;
