import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const probesSearch = z.object({
  /** without it 28 */
  days: z.literal(90).optional().catch(undefined),
  edit: z
    .union([z.literal('new'), id])
    .optional()
    .catch(undefined),
});
