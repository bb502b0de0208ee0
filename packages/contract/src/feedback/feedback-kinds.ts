import { z } from 'zod';

/** Where it was said. `survey` and `case-rating` come by themselves, the others by hand, by file or by program. */
export const feedbackChannel = z.enum([
  'survey',
  'case-rating',
  'review',
  'social',
  'suggestion',
  'praise',
  'letter',
  'interview',
  'other',
]);
export type FeedbackChannel = z.infer<typeof feedbackChannel>;

export const feedbackOrder = z.enum(['newest', 'oldest', 'worst']);

/** `routed`: became a case. `suggestion`: kept as a suggestion for improvement. `answered`: the author was written to. */
export const feedbackState = z.enum(['new', 'routed', 'suggestion', 'answered', 'closed']);
export type FeedbackState = z.infer<typeof feedbackState>;

export const polarity = z.enum(['positive', 'negative', 'unclear']);
export type Polarity = z.infer<typeof polarity>;
