/**
 * A symmetric matrix with 1 on the diagonal from a measure of every pair of columns, for example of polychoric correlations for a factor
 * analysis. Throws RangeError for a negative or fractional count.
 * @example squareOfPairs(3, (x, y) => (x + y) / 10) // [[1, 0.1, 0.2], [0.1, 1, 0.3], [0.2, 0.3, 1]]
 */
export function squareOfPairs(count: number, measure: (x: number, y: number) => number): number[][] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`columns are counted: ${count}`);
  const square = Array.from({ length: count }, () => Array<number>(count).fill(1));
  for (let x = 0; x < count; x++)
    for (let y = x + 1; y < count; y++) {
      const value = measure(x, y);
      square[x]![y] = value;
      square[y]![x] = value;
    }
  return square;
}
