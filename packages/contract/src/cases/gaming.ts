import { z } from 'zod';
import { targetKind } from '../agreements/policy.ts';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';

/**
 * What was seen in one group beside what chance would bring. `noteworthy`: less likely than one in twenty after correction for all groups and signals that were looked at.
 * Of too few cases nothing is said.
 */
const groupSignal = z.object({
  groupId: z.string(),
  /** null for whoever may not see names */
  name: z.object({ zh: z.string(), en: z.string() }).nullable(),
  n: z.number().int(),
  observed: z.number().int().nullable(),
  expected: z.number().nullable(),
  probability: z.number().nullable(),
  /** after Holm */
  adjusted: z.number().nullable(),
  noteworthy: z.boolean(),
  cases: z.array(z.object({ id, number: z.string(), subject: z.string() })),
});
export const gamingSignal = z.enum(['pauses-before-due', 'close-and-reopen', 'heaping-under-limit', 'splitting']);

/** A signal is a question and no verdict. At most the newest 20,000 cases of the time are read. */
export const gamingSignals = endpoint('GET /api/v1/gaming-signals', {
  summary: 'Signs that clocks are steered rather than work done: by team or by person',
  access: 'agreements.define',
  query: z.object({
    agreementId: id,
    target: targetKind.default('resolution'),
    by: z.enum(['team', 'person']).default('team'),
    months: z.coerce.number().int().min(1).max(12).default(6),
  }),
  response: z.object({
    from: instant,
    to: instant,
    cases: z.number().int(),
    more: z.boolean(),
    needed: z.number().int(),
    signals: z.array(z.object({ signal: gamingSignal, groups: z.array(groupSignal) })),
  }),
});
