import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { idParams, instant } from '../values/page.ts';

/** May be entered long afterwards; a month that is closed then differs until it is restated. Whoever enters it approves it. */
export const excludeTime = endpoint('POST /api/v1/cases/:id/exclusions', {
  summary: 'Take a stretch of time out of the clocks of a case, with the reason',
  access: 'agreements.define',
  params: idParams,
  body: z.object({ from: instant, to: instant, reason: z.string().trim().min(1).max(500) }),
  response: done,
});
