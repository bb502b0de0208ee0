import { needKind, needState } from '@zhiheng/contract/feedback/need-kind';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const needsSearch = z.object({
  view: z.enum(['list', 'house']).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  kind: needKind.optional().catch(undefined),
  state: needState.optional().catch(undefined),
  segmentId: z
    .union([id, z.literal('none')])
    .optional()
    .catch(undefined),
  serviceId: id.optional().catch(undefined),
  /** the need that is edited, or a new one */
  edit: z
    .union([id, z.literal('new')])
    .optional()
    .catch(undefined),
});
export type NeedsSearch = z.infer<typeof needsSearch>;
