import { runState } from '@zhiheng/contract/automation/run-state';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const automationSearch = z.object({
  /** without it the rules that answer events */
  view: z.enum(['assignment', 'runs']).optional().catch(undefined),
  rule: id.optional().catch(undefined),
  state: runState.optional().catch(undefined),
});
