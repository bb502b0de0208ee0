import { mailInOutcome, mailOutState } from '@zhiheng/contract/mail/mail-state';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const mailSearch = z.object({
  /** without it the settings */
  view: z.enum(['texts', 'sent', 'received']).optional().catch(undefined),
  state: mailOutState.optional().catch(undefined),
  outcome: mailInOutcome.optional().catch(undefined),
  /** the received mail that is read */
  mail: id.optional().catch(undefined),
});
export type MailSearch = z.infer<typeof mailSearch>;
