import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** After a publication open cases are counted again by a job; until then their deadlines are those of before. */
export const recountProgress = endpoint('GET /api/v1/recounts', {
  summary: 'How many open cases still wait for their clocks to be counted again',
  access: 'agreements.read',
  response: z.object({ openCases: z.number().int(), waiting: z.number().int() }),
});
