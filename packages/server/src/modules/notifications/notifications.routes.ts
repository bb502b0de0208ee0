import * as api from '@zhiheng/contract/notifications/notifications';
import * as channels from '@zhiheng/contract/notifications/channels';
import type { Config } from '../../platform/config.ts';
import type { Notices } from '../../platform/database/notices.ts';
import { networksOf } from '../../platform/outbound/address-guard.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { listChannels } from './channels/channel-rows.ts';
import { deleteChannel } from './channels/delete-channel.ts';
import { listDeliveries, retryDelivery } from './channels/deliveries.ts';
import { createChannel, updateChannel } from './channels/save-channel.ts';
import { testChannel } from './channels/test-channel.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { countUnread, listNotifications, markRead } from './list-notifications.ts';
import { bindNotificationStream } from './notification-stream.ts';
import { getSettings, setSettings } from './settings.ts';

interface Parts {
  readonly notices: Notices;
  readonly sealer: Sealer;
  readonly config: Pick<Config, 'webhookNetworks'>;
}

export function bindNotifications(binder: Binder, { notices, sealer, config }: Parts): void {
  const reaching = { sealer, allowed: networksOf(config.webhookNetworks) };
  bind(binder, api.listNotifications, listNotifications);
  bind(binder, api.countNotifications, countUnread);
  bind(binder, api.readNotifications, markRead);
  bind(binder, api.getNotificationSettings, getSettings);
  bind(binder, api.setNotificationSettings, setSettings);
  bind(binder, channels.listChannels, listChannels);
  bind(binder, channels.createChannel, createChannel(reaching));
  bind(binder, channels.updateChannel, updateChannel(reaching));
  bind(binder, channels.deleteChannel, deleteChannel);
  bind(binder, channels.testChannel, testChannel(reaching));
  bind(binder, channels.listDeliveries, listDeliveries);
  bind(binder, channels.retryDelivery, retryDelivery);
  bindNotificationStream(binder, notices);
}
