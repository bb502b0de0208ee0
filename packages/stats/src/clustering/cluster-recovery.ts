import { requireSameLength } from '../result/require-finite.ts';

/**
 * How well each group of a partition is found again in another one of the same rows: the largest Jaccard coefficient, rows in both over rows in either, of any
 * group there. Averaged over partitions of resamples it says how stable a group is: below 0.6 it should not be believed, from 0.75 on it may be named. `null`
 * for a group without rows. Source: Hennig (2007), Computational Statistics & Data Analysis 52, 258–271. Throws RangeError for lists of unequal length.
 * @example clusterRecovery([0, 0, 0, 1, 1], [1, 1, 0, 0, 0], 2) // [0.6666…, 0.6666…]
 */
export function clusterRecovery(labels: readonly number[], others: readonly number[], clusters: number): (number | null)[] {
  requireSameLength(labels, others);
  const most = others.reduce((largest, label) => Math.max(largest, label), -1) + 1;
  const both = Array.from({ length: clusters }, () => Array<number>(most).fill(0));
  labels.forEach((label, i) => (both[label]![others[i]!]! += 1));
  const sizes = both.map((row) => row.reduce((sum, count) => sum + count, 0));
  const otherSizes = Array.from({ length: most }, (_, j) => both.reduce((sum, row) => sum + row[j]!, 0));
  return both.map((row, i) =>
    sizes[i] === 0 ? null : row.reduce((best, count, j) => Math.max(best, count / (sizes[i]! + otherSizes[j]! - count)), 0),
  );
}
