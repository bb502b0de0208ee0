/**
 * Listwise deletion: the rows without a missing cell (`null`), in their order.
 * @example completeRows([[1, 2], [3, null], [5, 6]]) // [[1, 2], [5, 6]]
 */
export function completeRows(rows: readonly (readonly (number | null)[])[]): (readonly number[])[] {
  return rows.filter((row): row is readonly number[] => !row.includes(null));
}
