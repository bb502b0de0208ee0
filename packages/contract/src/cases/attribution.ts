import { z } from 'zod';
import { targetKind } from '../agreements/policy.ts';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';

/** Who held a case: `customer`, `team:<id>`, `supplier:<id>`. */
const party = z.object({ party: z.string(), kind: z.enum(['customer', 'team', 'supplier']), name: localText });

/** A party's part of a missed promise, in working seconds: of the goal until it was used up, and of the time it went on late. */
const share = party.extend({ seconds: z.number().int(), lateSeconds: z.number().int() });

/** Whose time used up a missed promise. `decisive`: without its time the promise would have been kept. */
export const clockBreach = z.object({
  breachedAt: instant,
  parties: z.array(share.extend({ decisive: z.boolean() })),
});

/** At most 5,000 missed promises are looked at; `breaches` counts them all. */
export const breachAttribution = endpoint('GET /api/v1/breach-attributions', {
  summary: 'Whose time used up the promises of an agreement that were missed in a month',
  access: 'agreements.read',
  query: z.object({ agreementId: id, month: z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'month') }),
  response: z.object({
    month: z.string(),
    breaches: z.number().int(),
    examined: z.number().int(),
    /** `breaches`: promises of which it held a part; `decisive`: those kept without it */
    parties: z.array(share.extend({ breaches: z.number().int(), decisive: z.number().int() })),
    targets: z.array(z.object({ target: targetKind, breaches: z.number().int() })),
  }),
});
