import { tQuantile975 } from './t-quantile.ts';

/** Mergeable moments of a sample. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  /** sum of squares */
  readonly squares: number;
}

/**
 * Sample variance with n − 1, from mergeable sums. Fewer than two observations have none: `null`.
 * @example varianceOf({ n: 3, sum: 6, squares: 14 }) // 1
 */
export function varianceOf({ n, sum, squares }: Moments): number | null {
  if (n < 2) return null;
  return Math.max(0, (squares - (sum * sum) / n) / (n - 1));
}

/**
 * 95 % interval of a mean by Student's t. Fewer than two observations have none: `null`.
 * @example meanInterval({ n: 3, sum: 6, squares: 14 }) // [-0.484…, 4.484…]
 */
export function meanInterval(moments: Moments): readonly [number, number] | null {
  const variance = varianceOf(moments);
  if (variance === null) return null;
  const mean = moments.sum / moments.n;
  const half = tQuantile975(moments.n - 1) * Math.sqrt(variance / moments.n);
  return [mean - half, mean + half];
}
