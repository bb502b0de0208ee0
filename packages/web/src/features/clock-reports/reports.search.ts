import { targetKind } from '@zhiheng/contract/agreements/policy';
import { z } from 'zod';

export const simulationSearch = z.object({ change: z.enum(['spared']).optional().catch(undefined) });

export const monthsSearch = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .catch(undefined),
});

export const signalsSearch = z.object({
  by: z.enum(['person']).optional().catch(undefined),
  target: targetKind.optional().catch(undefined),
  months: z
    .union([z.literal(3), z.literal(12)])
    .optional()
    .catch(undefined),
});
export type SignalsSearch = z.infer<typeof signalsSearch>;
