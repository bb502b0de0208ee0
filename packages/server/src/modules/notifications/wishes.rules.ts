import type { NotificationKind, NotificationSettings } from '@zhiheng/contract/notifications/notifications';

type Wish = NotificationSettings['kinds'][NotificationKind];

const shown: Wish = { app: true, mail: false };

/** What is told to whom has chosen nothing. A whole team is not disturbed by each new case. */
export const usualWishes = {
  assigned: shown,
  'team-case': { app: false, mail: false },
  mentioned: shown,
  'customer-replied': shown,
  escalated: { app: true, mail: true },
  breached: shown,
  'follow-up-due': shown,
  'follow-up': shown,
  'campaign-told': { app: true, mail: true },
  'objective-alert': shown,
  automation: shown,
  digest: { app: true, mail: true },
} as const satisfies Record<NotificationKind, Wish>;

/** When who leads a team gets the summary of the day, unless another hour is chosen. */
export const leadersHour = 8;
