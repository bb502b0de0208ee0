import { agreementKind } from '@zhiheng/contract/agreements/agreements';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const agreementsSearch = z.object({
  view: z.enum(['suppliers', 'contracts']).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  kind: agreementKind.optional().catch(undefined),
  /** the dialog: a new one of the view, or the supplier or contract to change */
  edit: z
    .union([z.literal('new'), id])
    .optional()
    .catch(undefined),
});
export type AgreementsSearch = z.infer<typeof agreementsSearch>;

export const agreementSearch = z.object({
  view: z.enum(['versions']).optional().catch(undefined),
});
