import type { Moments } from '../moments/moments.ts';
import { requireFinite } from '../result/require-finite.ts';

/** What a chart needs to know of one rational subgroup. */
export interface Subgroup {
  readonly n: number;
  readonly mean: number;
  /** with n − 1; null for a single value */
  readonly variance: number | null;
  /** largest minus smallest value; null for a single value, or where the extremes were not kept */
  readonly range: number | null;
}

/** Sums of a subgroup that add up over shards, with the extremes where they were kept. */
export interface SubgroupSums extends Moments {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Summary of the values of one subgroup. Throws RangeError for no values, NaN or an infinity.
 * @example subgroupOf([4, 6, 8]) // { n: 3, mean: 6, variance: 4, range: 4 }
 * @example subgroupOf([4]) // { n: 1, mean: 4, variance: null, range: null }
 */
export function subgroupOf(values: ArrayLike<number>): Subgroup {
  requireFinite(values, 'values');
  const n = values.length;
  if (n === 0) throw new RangeError('a subgroup has at least one value');
  // deviations from the first value: a large offset costs no digits
  const first = values[0]!;
  let [sum, min, max] = [0, first, first];
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    sum += value - first;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = first + sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  return n === 1 ? { n, mean, variance: null, range: null } : { n, mean, variance: squares / (n - 1), range: max - min };
}

/**
 * Summary of one subgroup from mergeable sums. The range is known when both extremes are given. Values far from 0 lose digits in the
 * variance; where the values are at hand, `subgroupOf` is better. Throws RangeError for no values.
 * @example subgroupFromSums({ n: 3, sum: 18, squares: 116, min: 4, max: 8 }) // { n: 3, mean: 6, variance: 4, range: 4 }
 */
export function subgroupFromSums({ n, sum, squares, min, max }: SubgroupSums): Subgroup {
  if (!(n >= 1)) throw new RangeError('a subgroup has at least one value');
  requireFinite([sum, squares], 'sums');
  const mean = sum / n;
  if (n === 1) return { n, mean, variance: null, range: null };
  const range = min === undefined || max === undefined ? null : max - min;
  return { n, mean, variance: Math.max(0, (squares - sum * mean) / (n - 1)), range };
}

/**
 * Mean over all observations of several subgroups. Throws RangeError without subgroups.
 * @example grandMean([subgroupOf([1, 3]), subgroupOf([8])]) // 4
 */
export function grandMean(subgroups: readonly Subgroup[]): number {
  const first = subgroups[0]?.mean;
  if (first === undefined) throw new RangeError('there are no subgroups');
  let [n, sum] = [0, 0];
  for (const each of subgroups) {
    n += each.n;
    sum += each.n * (each.mean - first);
  }
  return first + sum / n;
}
