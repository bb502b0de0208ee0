import { causeMethod } from '@zhiheng/contract/causes/cause-tree';
import { z } from 'zod';

export const causesSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  method: causeMethod.optional().catch(undefined),
});
export type CausesSearch = z.infer<typeof causesSearch>;

export const failuresSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  /** `new`, or the id of the entry that is being changed */
  edit: z.string().max(64).optional().catch(undefined),
});
export type FailuresSearch = z.infer<typeof failuresSearch>;
