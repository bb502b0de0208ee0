import { z } from 'zod';

/** Who noticed a failure first. */
export const detectedBy = z.enum(['customer', 'staff', 'monitoring', 'supplier', 'audit']);
export type DetectedBy = z.infer<typeof detectedBy>;
