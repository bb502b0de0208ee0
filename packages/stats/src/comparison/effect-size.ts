import { chiSquareQuantile } from '../distribution/chi-square.ts';
import { noncentralTCdf } from '../distribution/noncentral.ts';
import { normalQuantile } from '../distribution/normal.ts';
import type { Moments } from '../moments/moments.ts';
import { brent } from '../optimize/brent.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { confidenceOf, type ConfidenceOptions } from './confidence.ts';
import { sampleFromMoments, sampleOf, type Sample } from './sample.ts';

/** How far two means lie apart, in standard deviations. */
export interface StandardisedDifference {
  readonly kind: 'standardised-difference';
  readonly n: number;
  /** Cohen's d: difference of means over the pooled standard deviation */
  readonly d: number;
  /** Hedges' g: d without its bias in small samples */
  readonly g: number;
  readonly confidence: number;
  /** of d */
  readonly interval: Interval;
  readonly method: { readonly sd: 'pooled'; readonly correction: '1 − 3/(4n − 9)'; readonly interval: 'noncentral t' };
}

/**
 * Cohen's d and Hedges' g of two independent samples, first less second. The interval inverts the noncentral t distribution (for |t|
 * above 400 to a ten-thousandth of its width). Needs
 * a value in each sample and three in all; samples without spread leave it undetermined. Throws RangeError for NaN and infinities.
 * Source: Hedges (1981), Journal of Educational Statistics 6, 107–128; interval: Steiger, Fouladi (1997), in What If There Were No
 * Significance Tests?, 221–257.
 * @example standardisedDifference([1, 2, 3, 4], [3, 5, 7, 9]) // { n: 8, d: -1.7146…, g: -1.4909… }
 */
export function standardisedDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: ConfidenceOptions = {},
): Outcome<StandardisedDifference> {
  return compare(sampleOf(first), sampleOf(second), options);
}

/**
 * Cohen's d and Hedges' g from mergeable sums.
 * @example standardisedDifferenceFromMoments({ n: 4, sum: 10, squares: 30 }, { n: 4, sum: 24, squares: 164 }) // { d: -1.7146… }
 */
export function standardisedDifferenceFromMoments(
  first: Moments,
  second: Moments,
  options: ConfidenceOptions = {},
): Outcome<StandardisedDifference> {
  return compare(sampleFromMoments(first), sampleFromMoments(second), options);
}

function compare(first: Sample, second: Sample, options: ConfidenceOptions): Outcome<StandardisedDifference> {
  const confidence = confidenceOf(options);
  const n = first.n + second.n;
  if (Math.min(first.n, second.n) < 1) return insufficient(Math.min(first.n, second.n), 1);
  if (n < 3) return insufficient(n, 3);
  const pooledSd = Math.sqrt((first.deviations + second.deviations) / (n - 2));
  if (pooledSd === 0) return undetermined(n, 'no-variation');
  const d = (first.mean - second.mean) / pooledSd;
  const scale = Math.sqrt(1 / first.n + 1 / second.n);
  const [low, high] = noncentralityInterval(d / scale, n - 2, confidence);
  return {
    kind: 'standardised-difference',
    n,
    d,
    g: d * (1 - 3 / (4 * n - 9)),
    confidence,
    interval: [low * scale, high * scale],
    method: { sd: 'pooled', correction: '1 − 3/(4n − 9)', interval: 'noncentral t' },
  };
}

/** From here on the noncentral t is as good as its two parts added: the normal numerator and the χ² denominator. */
const farFrom = 400;

/** The noncentralities under which t would be the upper and the lower end of what is expected. */
function noncentralityInterval(t: number, df: number, confidence: number): Interval {
  if (Math.abs(t) > farFrom) return farInterval(t, df, confidence);
  const reach = 10 + Math.abs(t) * (1 + 10 / Math.sqrt(df));
  const limit = (share: number) => brent((delta) => noncentralTCdf(t, df, delta) - share, t - reach, t + reach);
  return [limit((1 + confidence) / 2), limit((1 - confidence) / 2)];
}

function farInterval(t: number, df: number, confidence: number): Interval {
  const z = normalQuantile((1 + confidence) / 2);
  const part = (share: number) => Math.hypot(z, t * (Math.sqrt(chiSquareQuantile(share, df) / df) - 1));
  const [nearer, farther] = [part((1 - confidence) / 2), part((1 + confidence) / 2)];
  return t > 0 ? [t - nearer, t + farther] : [t - farther, t + nearer];
}
