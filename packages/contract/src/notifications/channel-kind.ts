import { z } from 'zod';

/** Where messages go besides the bell and mail: robots of WeCom, DingTalk and Feishu, or a program. */
export const channelKind = z.enum(['wecom', 'dingtalk', 'feishu', 'webhook']);
export type ChannelKind = z.infer<typeof channelKind>;

export const deliveryState = z.enum(['waiting', 'sent', 'failed']);
export type DeliveryState = z.infer<typeof deliveryState>;
