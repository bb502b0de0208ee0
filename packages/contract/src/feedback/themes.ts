import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../values/page.ts';
import { code, localText } from '../values/text.ts';

/** What people speak of: a text that holds one of the words speaks of it. */
export const feedbackTheme = z.object({
  id,
  code,
  name: localText,
  words: z.array(z.string().trim().toLowerCase().min(1).max(40)).max(200),
  retired: z.boolean(),
});
export type FeedbackTheme = z.infer<typeof feedbackTheme>;
const themeRow = feedbackTheme.extend({ n: z.number().int(), negative: z.number().int() });
const themes = z.object({ items: z.array(themeRow) });

export const listThemes = endpoint('GET /api/v1/feedback-themes', {
  summary: 'Themes with how often they are spoken of, and how often that sounds negative',
  access: 'feedback.read',
  response: themes,
});
/** Themes that are left out are retired: what was judged by them stays readable. */
export const setThemes = endpoint('PUT /api/v1/feedback-themes', {
  summary: 'Set the list of themes; feedback whose themes nobody chose by hand is judged again',
  access: 'feedback.write',
  body: z.object({ items: z.array(feedbackTheme.pick({ code: true, name: true, words: true })).max(100) }),
  response: themes,
});
export const suggestThemes = endpoint('GET /api/v1/feedback-theme-suggestions', {
  summary: 'Seed themes of the trades that are missing, and words that keep each other company in feedback without a theme',
  access: 'feedback.read',
  query: z.object({ trade: z.string().max(40).optional() }),
  response: z.object({
    trades: z.array(z.string()),
    seeds: z.array(feedbackTheme.pick({ code: true, name: true, words: true })),
    found: z.array(z.object({ words: z.array(z.string()), n: z.number().int() })),
  }),
});

const share = z.object({ right: z.number().int(), interval: z.tuple([z.number(), z.number()]).nullable() });
/** How good the judgement of sentiment is, on the organisation's own corrections. */
export const sentimentQuality = endpoint('GET /api/v1/feedback-sentiment', {
  summary: 'How often the model judges as people here do, on judgements it has not seen',
  access: 'feedback.read',
  response: z.object({
    corrections: z.number().int(),
    needed: z.number().int(),
    /** null below `needed` */
    judged: z
      .object({ heldOut: z.number().int(), own: share, shipped: share, used: z.enum(['own', 'shipped']), trainedAt: z.string() })
      .nullable(),
  }),
});
