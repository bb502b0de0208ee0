import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../values/page.ts';

/** The data of each event of the stream: cases that are not as they were. Whoever may not see one asks for it in vain. */
export const changedCases = z.object({ ids: z.array(id) });
export type ChangedCases = z.infer<typeof changedCases>;

/** `text/event-stream` with events named `cases`. It ends after a quarter of an hour and is to be asked for again, as browsers do by themselves. */
export const caseStream = endpoint('GET /api/v1/case-stream', {
  summary: 'Which cases change, while they do, as server-sent events',
  access: 'cases.read',
  response: z.unknown(),
});
