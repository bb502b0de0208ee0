import { z } from 'zod';

export const suggestionState = z.enum(['new', 'considering', 'accepted', 'declined', 'done', 'withdrawn']);
export type SuggestionState = z.infer<typeof suggestionState>;
