import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { figure } from '../surveys/figure.ts';
import { id, idParams } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { polarity } from './feedback-kinds.ts';

const count = z.number().int();
const quote = z.object({ id, body: z.string(), polarity: polarity.nullable() });

/** What was written in answers to one survey. Corrections are made where the text stands in the inbox, and count here at once. */
export const getSurveyTexts = endpoint('GET /api/v1/surveys/:id/texts', {
  summary: 'Themes and sentiment of what was written in the answers to a survey, with quotes',
  access: 'feedback.read',
  params: idParams,
  response: z.object({
    n: count,
    positive: count,
    negative: count,
    /** neither, or in a language that the model does not know */
    unclear: count,
    /** texts whose sentiment or themes a person decided */
    corrected: count,
    withoutTheme: count,
    themes: z.array(
      z.object({
        id,
        name: localText,
        n: count,
        positive: count,
        /** share of the texts with this theme that sound negative */
        negative: figure,
        quotes: z.array(quote),
      }),
    ),
    /** words that keep each other company in texts without a theme */
    found: z.array(z.object({ words: z.array(z.string()), n: count })),
  }),
});
export type SurveyTexts = z.infer<(typeof getSurveyTexts)['response']>;
