import type { NotificationKind, NotificationSettings } from '@zhiheng/contract/notifications/notifications';

type Wish = NotificationSettings['kinds'][NotificationKind];

const shown: Wish = { app: true, mail: false, channels: [] };

/** What is told to whom has chosen nothing. A whole team is not disturbed by each new case. */
export const usualWishes: Readonly<Record<NotificationKind, Wish>> = {
  assigned: shown,
  'team-case': { app: false, mail: false, channels: [] },
  mentioned: shown,
  'customer-replied': shown,
  escalated: { app: true, mail: true, channels: [] },
  breached: shown,
  'follow-up-due': shown,
  'follow-up': shown,
  'campaign-told': { app: true, mail: true, channels: [] },
  'objective-alert': shown,
  'action-assigned': shown,
  'action-late': { app: true, mail: true, channels: [] },
  'webhook-off': { app: true, mail: true, channels: [] },
  automation: shown,
  digest: { app: true, mail: true, channels: [] },
};

/** When who leads a team gets the summary of the day, unless another hour is chosen. */
export const leadersHour = 8;
