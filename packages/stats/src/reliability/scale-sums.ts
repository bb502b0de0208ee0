import type { CrossMoments } from '../moments/cross-moments.ts';

/**
 * How many items a scale has. Throws RangeError for fewer than two.
 * @example itemsOfScale({ n: 4, origin: [0, 0], sums: [14, 17], products: [[54, 62], [62, 75]] }) // 2
 */
export function itemsOfScale({ sums }: CrossMoments): number {
  if (sums.length < 2) throw new RangeError(`a scale has at least two items: ${sums.length}`);
  return sums.length;
}

/**
 * Sum of the diagonal: of a covariance matrix, the item variances.
 * @example traceOf([[1, 2], [2, 4]]) // 5
 */
export function traceOf(matrix: readonly (readonly number[])[]): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0);
}

/**
 * Sum of all cells: of a covariance matrix, the variance of the sum of the items.
 * @example totalOf([[1, 2], [2, 4]]) // 9
 */
export function totalOf(matrix: readonly (readonly number[])[]): number {
  return matrix.reduce((sum, row) => sum + rowTotal(row), 0);
}

/**
 * Sum of a row: of a covariance matrix, the covariance of an item with the sum of the items.
 * @example rowTotal([1, 2]) // 3
 */
export function rowTotal(row: readonly number[]): number {
  return row.reduce((sum, cell) => sum + cell, 0);
}

/**
 * Does the sum of the items vary beyond rounding?
 * @example sumVaries([[1, -1], [-1, 1]]) // false
 */
export function sumVaries(covariance: readonly (readonly number[])[]): boolean {
  return totalOf(covariance) > 1e-13 * traceOf(covariance);
}
