/**
 * Σ u uᵀ over rows: with u = influence × residual it is the covariance of the coefficients when rows are independent but their
 * variances differ.
 * Source: White (1980), Econometrica 48, 817–838.
 * @example outerSum([[1, 2], [0, 1]], [1, 2]) // [[1, 2], [2, 8]]
 */
export function outerSum(rows: readonly (readonly number[])[], factors: readonly number[]): number[][] {
  const width = rows[0]?.length ?? 0;
  const sum = Array.from({ length: width }, () => Array<number>(width).fill(0));
  for (const [index, row] of rows.entries()) {
    const weight = factors[index]! ** 2;
    for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) sum[i]![j]! += weight * row[i]! * row[j]!;
  }
  return sum;
}
