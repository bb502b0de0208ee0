import { tQuantile } from '../distribution/student-t.ts';
import { insufficient, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite, requireSameLength, requireShare } from '../result/require-finite.ts';

/** Mean of people who count by weights, such as those of `rakingWeights`. */
export interface WeightedMean {
  readonly kind: 'weighted-mean';
  readonly n: number;
  readonly mean: number;
  readonly standardError: number;
  readonly confidence: number;
  /** by Student's t with n − 1 degrees of freedom */
  readonly interval: Interval;
  readonly method: { readonly error: 'linearised, weights taken as given' };
}

/**
 * Weighted mean Σwx/Σw with its standard error after linearisation, √(n/(n − 1) · Σ(w(x − x̄))²)/Σw: equal weights give the ordinary mean and its interval. Fewer
 * than two people are insufficient. Throws RangeError for unequal lengths, weights that are negative or all zero, NaN and infinities. Source: Cochran
 * (1977), Sampling Techniques, 3rd ed., section 6.3; Lumley (2010), Complex Surveys, section 2.2.
 * @example weightedMean([1, 2, 3], [1, 1, 1]) // { n: 3, mean: 2, standardError: 0.57735…, interval: [-0.48413…, 4.48413…] }
 */
export function weightedMean(values: readonly number[], weights: readonly number[], confidence = 0.95): Outcome<WeightedMean> {
  requireSameLength(values, weights);
  requireFinite(values, 'values');
  requireFinite(weights, 'weights');
  requireShare(confidence, 'confidence');
  const n = values.length;
  if (n < 2) return insufficient(n, 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && weights.every((weight) => weight >= 0))) throw new RangeError('weights must not be negative, and not all zero');
  const mean = values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / total;
  const squares = values.reduce((sum, value, i) => sum + (weights[i]! * (value - mean)) ** 2, 0);
  const standardError = Math.sqrt((n / (n - 1)) * squares) / total;
  const half = tQuantile((1 + confidence) / 2, n - 1) * standardError;
  return {
    kind: 'weighted-mean',
    n,
    mean,
    standardError,
    confidence,
    interval: [mean - half, mean + half],
    method: { error: 'linearised, weights taken as given' },
  };
}
