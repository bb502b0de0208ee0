import { z } from 'zod';

/** In a file of its own: the pages of customers need it and little else. */
export const caseType = z.enum(['incident', 'request', 'question', 'complaint', 'adverse-event', 'praise']);
export type CaseType = z.infer<typeof caseType>;
