import { id } from '@zhiheng/contract/values/page';
import { verificationState } from '@zhiheng/contract/verification/verification-kind';
import { z } from 'zod';

export const verificationsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  state: verificationState.optional().catch(undefined),
});
export type VerificationsSearch = z.infer<typeof verificationsSearch>;

/** The project whose effect is to be judged. */
export const newVerificationSearch = z.object({ project: id.optional().catch(undefined) });
