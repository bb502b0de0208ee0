import { z } from 'zod';

export const notificationsSearch = z.object({
  /** without it all of them */
  view: z.enum(['unread', 'settings']).optional().catch(undefined),
});
