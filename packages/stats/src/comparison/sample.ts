import { requireFinite } from '../result/require-finite.ts';
import type { Moments } from '../moments/moments.ts';

/** What tests of means need of a sample; `deviations` is the sum of squared deviations from the mean. An empty sample has mean 0. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  readonly deviations: number;
}

/** A sample as a page shows it; `sd` is the standard deviation (n − 1), 0 for a single value. */
export interface SampleSummary {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * Size, mean and squared deviations of values, in two passes, so that a large offset costs no digits. Throws RangeError for NaN
 * and infinities.
 * Source: Chan, Golub, LeVeque (1983), The American Statistician 37, 242–247, the corrected two-pass algorithm.
 * @example sampleOf([1, 2, 6]) // { n: 3, mean: 3, deviations: 14 }
 */
export function sampleOf(values: ArrayLike<number>): Sample {
  requireFinite(values, 'values');
  const n = values.length;
  if (n === 0) return { n, mean: 0, deviations: 0 };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const near = sum / n;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - near;
    rest += deviation;
    squares += deviation * deviation;
  }
  return { n, mean: near + rest / n, deviations: Math.max(0, squares - (rest * rest) / n) };
}

/**
 * The same from mergeable sums.
 * @example sampleFromMoments({ n: 3, sum: 9, squares: 41 }) // { n: 3, mean: 3, deviations: 14 }
 */
export function sampleFromMoments({ n, sum, squares }: Moments): Sample {
  if (n === 0) return { n, mean: 0, deviations: 0 };
  return { n, mean: sum / n, deviations: Math.max(0, squares - (sum * sum) / n) };
}

/**
 * Variance with n − 1; 0 for fewer than two values, whose variance is not known: callers ask for n ≥ 2 first.
 * @example sampleVariance({ n: 3, mean: 3, deviations: 14 }) // 7
 */
export function sampleVariance({ n, deviations }: Sample): number {
  return n < 2 ? 0 : deviations / (n - 1);
}

/**
 * The figures of a sample that results carry.
 * @example summaryOf({ n: 3, mean: 3, deviations: 8 }) // { n: 3, mean: 3, sd: 2 }
 */
export function summaryOf(sample: Sample): SampleSummary {
  return { n: sample.n, mean: sample.mean, sd: Math.sqrt(sampleVariance(sample)) };
}
