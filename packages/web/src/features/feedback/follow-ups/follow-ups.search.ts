import { followUpView } from '@zhiheng/contract/feedback/follow-up-view';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const followUpsSearch = z.object({
  view: z
    .union([followUpView, z.literal('report')])
    .optional()
    .catch(undefined),
  /** the one in the drawer */
  item: id.optional().catch(undefined),
});
export type FollowUpsSearch = z.infer<typeof followUpsSearch>;
