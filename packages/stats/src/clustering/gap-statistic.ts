import type { Random } from '../random/seeded-random.ts';
import { requireTable } from '../result/require-finite.ts';

/** How much closer rows lie in groups than rows without groups would. */
export interface Gap {
  readonly gap: number;
  /** standard deviation over the reference tables, with the error of their number */
  readonly error: number;
}

/**
 * As many rows without any groups: each column uniform over its own range. No rows: none. Throws RangeError for rows of unequal length, NaN and infinities.
 * @example rowsWithoutGroups([[0, 5], [2, 5]], () => 0.5) // [[1, 5], [1, 5]]
 */
export function rowsWithoutGroups(rows: readonly (readonly number[])[], random: Random): readonly (readonly number[])[] {
  const width = requireTable(rows);
  const ranges = Array.from({ length: width }, (_, j) => {
    const low = rows.reduce((least, row) => Math.min(least, row[j]!), Infinity);
    return { low, length: rows.reduce((most, row) => Math.max(most, row[j]!), -Infinity) - low };
  });
  return rows.map(() => ranges.map(({ low, length }) => low + random() * length));
}

/**
 * Gap of one number of groups: mean of log W over tables without groups less that of the data, W the sum of squared distances to the group means. Its error is
 * the standard deviation over the tables times √(1 + 1/B). Source: Tibshirani, Walther, Hastie (2001), Journal of the Royal Statistical Society B 63, 411–423.
 * Throws RangeError without a reference table and for sums that are not positive.
 * @example gapOf(10, [20, 40]) // { gap: 1.0397…, error: 0.4244… }
 */
export function gapOf(within: number, references: readonly number[]): Gap {
  if (references.length === 0 || ![within, ...references].every((sum) => sum > 0)) throw new RangeError('a gap needs positive sums');
  const logs = references.map((sum) => Math.log(sum));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
  return { gap: mean - Math.log(within), error: Math.sqrt(variance * (1 + 1 / logs.length)) };
}

/**
 * The number of groups that the gaps of 1, 2, … groups speak for: the smallest whose gap is not below the next one less its error; 1 means that there are none.
 * Where the gap grows to the end it is the last. Source: as `gapOf`. Throws RangeError for an empty list.
 * @example clustersByGap([{ gap: 0.1, error: 0.02 }, { gap: 0.5, error: 0.02 }, { gap: 0.51, error: 0.02 }]) // 2
 * @example clustersByGap([{ gap: 0.3, error: 0.02 }, { gap: 0.2, error: 0.02 }]) // 1
 */
export function clustersByGap(gaps: readonly Gap[]): number {
  if (gaps.length === 0) throw new RangeError('there is no gap');
  const found = gaps.findIndex(({ gap }, at) => {
    const next = gaps[at + 1];
    return next === undefined || gap >= next.gap - next.error;
  });
  return found + 1;
}
