import { tQuantile, tTwoSided } from '../distribution/student-t.ts';
import { covarianceOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import type { Interval } from '../result/outcome.ts';

/** A weighted sum of items per person, such as perception − expectation: its mean, spread, and test against zero. */
export interface Contrast {
  readonly mean: number;
  /** over people, n − 1 */
  readonly standardDeviation: number;
  /** of the mean, by Student's t */
  readonly interval: Interval;
  /** mean / (sd / √n) with n − 1 degrees of freedom; null when all people agree */
  readonly t: number | null;
  /** two-sided; null when all people agree */
  readonly p: number | null;
}

/**
 * Means and tests of contrasts from cross-moments, for one covariance matrix. A contrast gives its weights by item index; n must be at
 * least 2, else RangeError.
 * @example contrastsOf({ n: 2, origin: [0, 0], sums: [3, 9], products: [[5, 15], [15, 45]] }, { confidence: 0.95 })(new Map([[1, 1], [0, -1]])) // { mean: 3, t: 3, p: 0.204832764… }
 */
export function contrastsOf(
  moments: CrossMoments,
  { confidence }: { readonly confidence: number },
): (weights: ReadonlyMap<number, number>) => Contrast {
  const means = meansOf(moments);
  const covariance = covarianceOf(moments);
  const reach = tQuantile((1 + confidence) / 2, moments.n - 1);
  return (weights) => {
    const terms = [...weights];
    const mean = terms.reduce((sum, [item, weight]) => sum + weight * means[item]!, 0);
    const size = terms.reduce((sum, [item, weight]) => sum + weight * weight * covariance[item]![item]!, 0);
    const variance = terms.reduce((sum, [i, a]) => sum + terms.reduce((inner, [j, b]) => inner + a * b * covariance[i]![j]!, 0), 0);
    // What rounding leaves of items that cancel is no spread.
    const standardDeviation = variance > 1e-13 * size ? Math.sqrt(variance) : 0;
    const error = standardDeviation / Math.sqrt(moments.n);
    const t = error === 0 ? null : mean / error;
    return {
      mean,
      standardDeviation,
      interval: [mean - reach * error, mean + reach * error],
      t,
      p: t === null ? null : tTwoSided(t, moments.n - 1),
    };
  };
}
