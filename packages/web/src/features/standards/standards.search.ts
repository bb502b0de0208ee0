import { clauseKind, standardState } from '@zhiheng/contract/standards/standard-kind';
import { z } from 'zod';

export const standardsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  state: standardState.optional().catch(undefined),
  kind: clauseKind.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type StandardsSearch = z.infer<typeof standardsSearch>;

/** `version` is the one whose clauses are shown, `since` the one it is compared with. */
export const standardSearch = z.object({
  version: z.number().int().positive().optional().catch(undefined),
  since: z.number().int().positive().optional().catch(undefined),
});
