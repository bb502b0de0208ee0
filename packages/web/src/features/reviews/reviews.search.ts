import { reviewKind } from '@zhiheng/contract/improvement/review-kind';
import { z } from 'zod';

export const reviewsSearch = z.object({
  kind: reviewKind.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type ReviewsSearch = z.infer<typeof reviewsSearch>;
