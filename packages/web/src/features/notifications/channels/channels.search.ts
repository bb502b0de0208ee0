import { deliveryState } from '@zhiheng/contract/notifications/channel-kind';
import { z } from 'zod';

export const channelsSearch = z.object({
  /** without it the channels */
  view: z.enum(['log']).optional().catch(undefined),
  state: deliveryState.optional().catch(undefined),
});
export type ChannelsSearch = z.infer<typeof channelsSearch>;
