import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { requireShare } from '../result/require-finite.ts';

/** What a survey shall tell. */
export interface SurveyTarget extends ConfidenceOptions {
  /** largest tolerable half width of the interval, as a share */
  readonly margin: number;
  /** expected share; 0.5, the hardest, unless said */
  readonly share?: number;
  /** size of the population, when it is not much larger than the sample */
  readonly population?: number;
}

/** How many answers a survey needs. */
export interface SurveySampleSize {
  readonly kind: 'survey-sample-size';
  readonly n: number;
  /** before rounding up */
  readonly exact: number;
  readonly confidence: number;
  readonly margin: number;
  readonly method: { readonly interval: 'Wald'; readonly finitePopulation: boolean };
}

/**
 * Answers needed to know a share to a margin: n₀ = z² p (1 − p) / margin², and in a population of N, n₀ / (1 + (n₀ − 1)/N). Throws
 * RangeError for a margin that is not positive, a share outside 0..1, and a population below 1.
 * Source: Cochran (1977), Sampling Techniques, 3rd ed., sections 4.2 and 4.4.
 * @example surveySampleSize({ margin: 0.05 }) // { n: 385, exact: 384.14… }
 * @example surveySampleSize({ margin: 0.05, population: 2000 }) // { n: 323, exact: 322.39… }
 */
export function surveySampleSize({ margin, share = 0.5, population, ...options }: SurveyTarget): SurveySampleSize {
  const confidence = confidenceOf(options);
  requireShare(share, 'a share');
  if (!(margin > 0)) throw new RangeError('a margin is positive');
  if (population !== undefined && !(population >= 1)) throw new RangeError('a population has at least one member');
  const z = normalQuantile((1 + confidence) / 2);
  const unlimited = (z * z * share * (1 - share)) / margin ** 2;
  const exact = population === undefined ? unlimited : unlimited / (1 + (unlimited - 1) / population);
  const method = { interval: 'Wald', finitePopulation: population !== undefined } as const;
  return { kind: 'survey-sample-size', n: Math.ceil(exact), exact, confidence, margin, method };
}
