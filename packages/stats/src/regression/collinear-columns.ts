/**
 * Below this share of its variance a column is explained by the others but for rounding: sums of squares keep some 15 digits.
 */
const unexplained = 1e-12;

/**
 * Columns that are linear combinations of the columns before them, found from their correlation matrix by Cholesky elimination. A column
 * whose variance is explained up to 1e-12 counts as one. Empty when the columns are independent.
 * Source: Golub, Van Loan (2013), Matrix Computations, 4th ed., section 4.2.
 * @example collinearColumns([[1, 0.5, 1], [0.5, 1, 0.5], [1, 0.5, 1]]) // [2]
 */
export function collinearColumns(correlation: readonly (readonly number[])[]): number[] {
  const rest = correlation.map((row) => [...row]);
  const found: number[] = [];
  for (const [pivot, row] of rest.entries()) {
    if (row[pivot]! <= unexplained) found.push(pivot);
    else for (let i = pivot + 1; i < rest.length; i++) eliminate(rest[i]!, row, pivot);
  }
  return found;
}

function eliminate(target: number[], source: readonly number[], pivot: number): void {
  const factor = target[pivot]! / source[pivot]!;
  for (let j = pivot; j < target.length; j++) target[j]! -= factor * source[j]!;
}
