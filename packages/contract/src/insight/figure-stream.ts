import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** `text/event-stream` with an event named `figures` whenever figures are not as they were. It ends after a quarter of an hour, and browsers ask again. */
export const figureStream = endpoint('GET /api/v1/figure-stream', {
  summary: 'Hear when figures change, as server-sent events',
  access: 'signed-in',
  response: z.unknown(),
});
