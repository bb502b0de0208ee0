import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { calendarDefinition } from './calendars.ts';
import { agreementDefinition, targetKind } from './policy.ts';

/** What would be published. */
const proposedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calendar'), calendarId: id, definition: calendarDefinition }),
  z.object({ kind: z.literal('agreement'), agreementId: id, definition: agreementDefinition, effectiveFrom: instant.optional() }),
]);
export type ProposedChange = z.infer<typeof proposedChange>;

/** A promise on an open case whose deadline would be another one; null on a side where it is not made, or has no deadline. */
const movedDeadline = z.object({
  caseId: id,
  number: z.string(),
  subject: z.string(),
  agreementName: localText,
  target: targetKind,
  before: instant.nullable(),
  after: instant.nullable(),
  /** later when positive; null when one side is missing */
  movedBySeconds: z.number().int().nullable(),
});

/**
 * Nothing is saved. Of very many open cases those that are due next are looked at: `examined` of `openCases`. The list holds those that move most; cases that the
 * caller may not see are counted and not listed.
 */
export const previewMovedDeadlines = endpoint('POST /api/v1/deadline-previews', {
  summary: 'Which open deadlines move if a calendar or an agreement is published',
  access: 'agreements.define',
  body: z.object({ change: proposedChange }),
  response: z.object({
    openCases: z.number().int(),
    examined: z.number().int(),
    /** promises, not cases */
    earlier: z.number().int(),
    later: z.number().int(),
    /** made newly, or no more */
    changed: z.number().int(),
    /** deadlines that would have passed already */
    overdueAtOnce: z.number().int(),
    items: z.array(movedDeadline),
  }),
});
