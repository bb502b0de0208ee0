import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** `text/event-stream` with an event named `notified` whenever there is something new for the caller. It ends after a quarter of an hour, and browsers ask again. */
export const notificationStream = endpoint('GET /api/v1/notification-stream', {
  summary: 'Hear of new notifications, as server-sent events',
  access: 'signed-in',
  response: z.unknown(),
});
