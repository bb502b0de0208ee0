import { suggestionState } from '@zhiheng/contract/improvement/suggestion-kind';
import { z } from 'zod';

export const suggestionsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  state: suggestionState.optional().catch(undefined),
  mine: z.boolean().optional().catch(undefined),
  edit: z.enum(['new', 'settings']).optional().catch(undefined),
});
export type SuggestionsSearch = z.infer<typeof suggestionsSearch>;
