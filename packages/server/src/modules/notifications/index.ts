/** The door of notifications. */
export { ChannelRunner } from './channels/channel-runner.ts';
export { resealChannels } from './channels/reseal-channels.ts';
export { mailNotices } from './mail-notices.ts';
export { bindNotifications } from './notifications.routes.ts';
export { notify } from './notify.ts';
export type { NoticeDraft } from './notices.rules.ts';
export { notificationSubscriber } from './on-events.ts';
export { remind } from './remind.ts';
