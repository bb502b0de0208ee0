/** A matrix as rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/**
 * The identity matrix.
 * @example identity(2) // [[1, 0], [0, 1]]
 */
export function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

/**
 * Rows become columns. A matrix without rows stays empty.
 * @example transpose([[1, 2], [3, 4], [5, 6]]) // [[1, 3, 5], [2, 4, 6]]
 */
export function transpose(matrix: Matrix): number[][] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]!));
}

/**
 * Matrix product a·b. Throws RangeError when the columns of `a` are not as many as the rows of `b`.
 * @example multiply([[1, 2], [3, 4]], [[5], [6]]) // [[17], [39]]
 */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const width = b[0]?.length ?? 0;
  return a.map((row) => {
    if (row.length !== b.length) throw new RangeError(`matrices do not fit: ${row.length} columns times ${b.length} rows`);
    const product = Array<number>(width).fill(0);
    for (let k = 0; k < row.length; k++) for (let j = 0; j < width; j++) product[j]! += row[k]! * b[k]![j]!;
    return product;
  });
}
