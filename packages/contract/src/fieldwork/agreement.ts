import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';

const count = z.number().int();
const number = z.number().nullable();

/** A coefficient, or the fact that there is none: `insufficient` of `needed`, `undetermined` where nobody differs in anything. */
export const coefficient = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    /**
     * `kappa`: Cohen's, the same two raters in every session, weighted by the square of the distance on scales. `alpha`: Krippendorff's,
     * ordinal on scales, nominal for choices, interval on measures, its limits bootstrapped. `icc2`: ICC(2,1), the same raters in every session; `icc1`: ICC(1,1), others each time.
     */
    kind: z.enum(['kappa', 'alpha', 'icc2', 'icc1']),
    value: z.number(),
    /** 95 %; null where none is calculated */
    low: number,
    high: number,
  }),
  z.object({ state: z.literal('insufficient'), needed: count }),
  z.object({ state: z.literal('undetermined') }),
]);
export type Coefficient = z.infer<typeof coefficient>;

/** A session whose raters differ most. */
const apart = z.object({
  sessionId: id,
  number: count,
  startsAt: instant,
  place: z.string(),
  ratings: z.array(z.object({ rater: z.string(), value: z.string() })),
});

const agreed = z.object({
  /** field of an item; measure, or measure.part */
  key: z.string(),
  name: localText,
  /** sessions with at least two ratings, and the ratings in them */
  n: count,
  ratings: count,
  /** share of pairs of ratings in the same session that are equal, over sessions */
  equal: number,
  coefficient,
  widest: z.array(apart).max(3),
});
export const agreedItem = agreed.extend({ level: z.enum(['ordinal', 'nominal']) });
export const agreedMeasure = agreed.extend({ icc: coefficient });
export type AgreedItem = z.infer<typeof agreedItem>;
export type AgreedMeasure = z.infer<typeof agreedMeasure>;

export const raterAgreement = z.object({
  /** sessions with at least two submitted sheets, that the caller may see */
  sessions: count,
  raters: z.array(z.object({ name: z.string(), sheets: count, mean: number })),
  /** the least agreed first, those without a coefficient last */
  items: z.array(agreedItem),
  measures: z.array(agreedMeasure),
  /** sessions left out, because the caller has still to rate them */
  hidden: count,
});
export type RaterAgreement = z.infer<typeof raterAgreement>;
export const getRaterAgreement = endpoint('GET /api/v1/field-studies/:id/agreement', {
  summary: 'How far raters agree, by item and by measure',
  access: 'fieldwork.read',
  params: idParams,
  response: raterAgreement,
});

/** Two coders over the sentences of the notes that both coded. A sentence has a code when a quote with it touches the sentence. */
export const coderPair = z.object({
  first: z.string(),
  second: z.string(),
  sessions: count,
  sentences: count,
  codes: z.array(
    z.object({
      codeId: id,
      name: localText,
      both: count,
      firstOnly: count,
      secondOnly: count,
      neither: count,
      /** share of sentences in which both gave it or both did not */
      equal: number,
      kappa: coefficient,
    }),
  ),
});
export type CoderPair = z.infer<typeof coderPair>;
export const getCoderAgreement = endpoint('GET /api/v1/field-studies/:id/coder-agreement', {
  summary: 'How far coders agree, for each pair of them and each code: Cohen’s kappa over sentences',
  access: 'fieldwork.read',
  params: idParams,
  response: z.object({ pairs: z.array(coderPair) }),
});
