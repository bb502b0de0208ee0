import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';

const month = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'month');

/**
 * A figure of a month by its name: `attainment/resolution` is a share with the promises decided, `credit/<contract>` an amount with the breaches behind it,
 * `excluded` seconds taken out with the number of exclusions.
 */
const figure = z.object({ value: z.number().nullable(), n: z.number().int() });
const figures = z.record(z.string(), figure);
const delta = z.object({ before: figure.nullable(), after: figure.nullable(), change: z.number().nullable() });
const deltas = z.record(z.string(), delta);

/**
 * `open`: not closed yet. `frozen`: as it was closed. `restated`: corrected since, with reasons. `differs`: what is counted today is not what was last reported, and nobody has said
 * why yet.
 */
export const clockMonth = z.object({
  agreementId: id,
  agreementName: localText,
  month,
  state: z.enum(['open', 'frozen', 'restated', 'differs']),
  /** the month is over: it can be closed */
  ended: z.boolean(),
  /** what is reported: of a closed month as last closed or restated, of an open one as counted now */
  figures,
  /** of a closed month, what is counted today and was not reported so */
  differences: deltas,
  version: z.number().int().nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  restatements: z.array(z.object({ number: z.number().int(), at: instant, by: z.string().nullable(), reason: z.string(), deltas })),
});
export type ClockMonth = z.infer<typeof clockMonth>;

export const listClockMonths = endpoint('GET /api/v1/agreements/:id/months', {
  summary: 'The months of an agreement, newest first: open, frozen or restated',
  access: 'agreements.read',
  params: z.object({ id }),
  query: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  response: z.object({ zone: z.string(), items: z.array(clockMonth), contracts: z.array(z.object({ id, number: z.string() })) }),
});
export const closeClockMonth = endpoint('POST /api/v1/agreements/:id/months/:month/closing', {
  summary: 'Close a month: its figures are frozen with date and person',
  access: 'agreements.define',
  params: z.object({ id, month }),
  response: clockMonth,
});
export const restateClockMonth = endpoint('POST /api/v1/agreements/:id/months/:month/restatements', {
  summary: 'Correct a closed month by what is counted today, with the reason',
  access: 'agreements.define',
  params: z.object({ id, month }),
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  response: clockMonth,
});
