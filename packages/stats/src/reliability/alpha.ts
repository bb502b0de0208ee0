import { fQuantile } from '../distribution/fisher-f.ts';
import { correlationOf, covarianceOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { itemsOfScale, sumVaries, totalOf, traceOf } from './scale-sums.ts';

/** Internal consistency of the sum of k items. */
export interface Alpha {
  readonly kind: 'alpha';
  readonly n: number;
  readonly items: number;
  /** from covariances, for the sum of the items as they are */
  readonly alpha: number;
  /** from correlations, for the sum of standardised items; `null` when an item does not vary */
  readonly standardised: number | null;
  readonly meanInterItemCorrelation: number | null;
  readonly confidence: number;
  /** of `alpha` */
  readonly interval: Interval;
  readonly method: { readonly interval: 'Feldt' };
}

/**
 * Cronbach's α = k/(k − 1) · (1 − Σ item variances / variance of the sum) from cross-moments. Low or negative values are answers, not
 * errors. Fewer than two observations are insufficient; a sum that does not vary leaves it undetermined. Interval: 1 − (1 − α)·F with
 * n − 1 and (n − 1)(k − 1) degrees of freedom. Source: Cronbach (1951), Psychometrika 16, 297–334; Feldt (1965), Psychometrika 30,
 * 357–370. Throws RangeError for fewer than two items.
 * @example alphaFromMoments({ n: 4, origin: [0, 0], sums: [14, 17], products: [[54, 62], [62, 75]] }) // { kind: 'alpha', n: 4, items: 2, alpha: 0.7843…, standardised: 0.8054… }
 */
export function alphaFromMoments(moments: CrossMoments, { confidence = 0.95 } = {}): Outcome<Alpha> {
  const { n } = moments;
  if (n < 2) return insufficient(n, 2);
  const items = itemsOfScale(moments);
  const covariance = covarianceOf(moments);
  if (!sumVaries(covariance)) return undetermined(n, 'no-variation');
  const alpha = (items / (items - 1)) * (1 - traceOf(covariance) / totalOf(covariance));
  const interval = feldtInterval(alpha, { n, items, confidence });
  return { kind: 'alpha', n, items, alpha, ...standardisedAlpha(moments), confidence, interval, method: { interval: 'Feldt' } };
}

/**
 * Cronbach's α of complete rows, one column per item, see `alphaFromMoments`.
 * @example alpha([[2, 3], [4, 4], [3, 5], [5, 5]]) // { n: 4, alpha: 0.7843…, meanInterItemCorrelation: 0.6741… }
 */
export function alpha(rows: readonly (readonly number[])[], options: { readonly confidence?: number } = {}): Outcome<Alpha> {
  return alphaFromMoments(crossMomentsOf(rows), options);
}

/** k·r̄ / (1 + (k − 1)·r̄) with r̄ the mean correlation between items. */
function standardisedAlpha(moments: CrossMoments): Pick<Alpha, 'standardised' | 'meanInterItemCorrelation'> {
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return { standardised: null, meanInterItemCorrelation: null };
  const k = correlation.matrix.length;
  const mean = (totalOf(correlation.matrix) - k) / (k * (k - 1));
  const standardised = sumVaries(correlation.matrix) ? (k * mean) / (1 + (k - 1) * mean) : null;
  return { standardised, meanInterItemCorrelation: mean };
}

interface FeldtOptions {
  readonly n: number;
  readonly items: number;
  readonly confidence: number;
}

function feldtInterval(alpha: number, { n, items, confidence }: FeldtOptions): Interval {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1: ${confidence}`);
  const limit = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (items - 1));
  return [limit((1 + confidence) / 2), limit((1 - confidence) / 2)];
}
