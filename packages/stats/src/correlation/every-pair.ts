/** A measure of the pair of columns x < y, both from 0. */
export interface PairOf<T> {
  readonly x: number;
  readonly y: number;
  readonly value: T;
}

/**
 * A measure for every pair of `count` columns, in the order (0,1), (0,2), …, (1,2), …: the lower half of a matrix of correlations with
 * their tests. Many pairs are a family of tests: correct it. Throws RangeError for a negative or fractional count.
 * @example everyPair(3, (x, y) => x + y) // [{ x: 0, y: 1, value: 1 }, { x: 0, y: 2, value: 2 }, { x: 1, y: 2, value: 3 }]
 */
export function everyPair<T>(count: number, measure: (x: number, y: number) => T): PairOf<T>[] {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`columns are counted: ${count}`);
  const columns = [...Array(count).keys()];
  return columns.flatMap((x) => columns.slice(x + 1).map((y) => ({ x, y, value: measure(x, y) })));
}
