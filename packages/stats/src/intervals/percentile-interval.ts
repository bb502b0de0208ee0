import { quantile } from '../describe/quantile.ts';
import { requireShare } from '../result/require-finite.ts';
import type { Interval } from '../result/outcome.ts';

/**
 * Percentile interval of what was estimated from resamples, 95 % unless said. Source: Efron and Tibshirani
 * (1993), An Introduction to the Bootstrap, ch. 13; quantiles of type 7. Throws RangeError for an empty list
 * (ask for its length first), a confidence outside 0..1, NaN or an infinity.
 * @example percentileInterval([1, 2, 3, 4, 5], 0.5) // [2, 4]
 */
export function percentileInterval(estimates: readonly number[], confidence = 0.95): Interval {
  requireShare(confidence, 'confidence');
  return [quantile(estimates, (1 - confidence) / 2), quantile(estimates, (1 + confidence) / 2)];
}
