import { requireFinite } from '../result/require-finite.ts';

/** Sums of one variable that add up over any split of the data. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  /** sum of squares */
  readonly squares: number;
}

/**
 * Moments of values. No values: three zeros. Throws RangeError for NaN or an infinity.
 * @example momentsOf([1, 2, 3]) // { n: 3, sum: 6, squares: 14 }
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  requireFinite(values, 'values');
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sum += value;
    squares += value * value;
  }
  return { n: values.length, sum, squares };
}

/**
 * Moments of two samples together.
 * @example addMoments({ n: 1, sum: 3, squares: 9 }, { n: 2, sum: 3, squares: 5 }) // { n: 3, sum: 6, squares: 14 }
 */
export function addMoments(a: Moments, b: Moments): Moments {
  return { n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares };
}

/**
 * Mean from sums. No observation has none: `null`.
 * @example meanOf({ n: 3, sum: 6, squares: 14 }) // 2
 */
export function meanOf({ n, sum }: Moments): number | null {
  return n === 0 ? null : sum / n;
}

/**
 * Sample variance with n − 1, from sums. Fewer than two observations have none: `null`. Rounding never makes it negative.
 * @example varianceOf({ n: 3, sum: 6, squares: 14 }) // 1
 */
export function varianceOf({ n, sum, squares }: Moments): number | null {
  if (n < 2) return null;
  return Math.max(0, (squares - (sum * sum) / n) / (n - 1));
}
