import type { ChannelKind, DeliveryState } from '@zhiheng/contract/notifications/channel-kind';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';

export const channelKindWords: Readonly<Record<ChannelKind, () => string>> = {
  wecom: m.notifications_channel_kind_wecom,
  dingtalk: m.notifications_channel_kind_dingtalk,
  feishu: m.notifications_channel_kind_feishu,
  webhook: m.notifications_channel_kind_webhook,
};

export const deliveryBadges: Readonly<Record<DeliveryState, { readonly tone: Tone; readonly word: () => string }>> = {
  waiting: { tone: 'note', word: m.notifications_log_state_waiting },
  sent: { tone: 'good', word: m.notifications_log_state_sent },
  failed: { tone: 'bad', word: m.notifications_log_state_failed },
};
