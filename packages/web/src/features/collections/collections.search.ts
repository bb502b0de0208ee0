import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const collectionsSearch = z.object({
  view: z.enum(['calendar', 'plans']).optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  /** the plan that is open for editing; `new` for one that is being made */
  plan: z
    .union([id, z.literal('new')])
    .optional()
    .catch(undefined),
  /** the plan whose key nodes are open */
  nodes: id.optional().catch(undefined),
});
export type CollectionsSearch = z.infer<typeof collectionsSearch>;
