import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../values/page.ts';
import { caseRow } from './case.ts';

export const similarCase = caseRow
  .pick({ id: true, number: true, type: true, subject: true, status: true, customerName: true, openedAt: true, assigneeName: true })
  .extend({
    /** how much of what the text is about is said there too, 0 to 1 */
    share: z.number(),
    sameCustomer: z.boolean(),
    sameService: z.boolean(),
    /** most likely one and the same matter: still open, of the same customer, in much the same words */
    probablySame: z.boolean(),
  });
export type SimilarCase = z.infer<typeof similarCase>;

export const findSimilarCases = endpoint('POST /api/v1/similar-cases', {
  summary: 'Cases that speak of the same as a text, the most alike first',
  access: 'cases.read',
  body: z.object({
    text: z.string().max(20_300),
    customerId: id.nullable().default(null),
    serviceId: id.nullable().default(null),
    /** the case itself */
    exceptId: id.nullable().default(null),
    limit: z.number().int().min(1).max(10).default(5),
  }),
  response: z.object({ items: z.array(similarCase) }),
});
