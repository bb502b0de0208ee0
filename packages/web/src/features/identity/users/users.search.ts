import { accountState } from '@zhiheng/contract/identity/account-state';
import { z } from 'zod';

export const usersSearch = z.object({
  q: z.string().max(100).optional().catch(undefined),
  state: accountState.optional().catch(undefined),
});
export type UsersSearch = z.infer<typeof usersSearch>;
