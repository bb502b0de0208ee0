/** Beyond it the fourth power, which kurtosis sums up, is no number any more. Nothing that is measured comes near. */
const largest = 1e75;

/**
 * Refuses values that cannot be calculated with. `what` names them in the message. Throws RangeError for NaN, the infinities, and
 * magnitudes above 1e75, whose powers would overflow.
 * @example requireFinite([1, 2, 3], 'waiting times') // undefined
 */
export function requireFinite(values: ArrayLike<number>, what: string): void {
  for (let i = 0; i < values.length; i++)
    if (!(Math.abs(values[i]!) <= largest)) throw new RangeError(`${what} must be finite and within ±1e75: ${values[i]} at ${i}`);
}

/**
 * Refuses two lists of unequal length. Throws RangeError.
 * @example requireSameLength([1, 2], [3, 4]) // undefined
 */
export function requireSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length) throw new RangeError(`lists must have the same length: ${a.length} and ${b.length}`);
}

/**
 * Refuses a table whose rows differ in length, or that holds NaN or an infinity. Returns the number of columns (0 without rows).
 * Throws RangeError.
 * @example requireTable([[1, 2], [3, 4], [5, 6]]) // 2
 */
export function requireTable(rows: readonly (readonly number[])[]): number {
  const width = rows[0]?.length ?? 0;
  for (const row of rows) {
    if (row.length !== width) throw new RangeError(`rows must have the same length: ${width} and ${row.length}`);
    requireFinite(row, 'cells');
  }
  return width;
}

/**
 * Refuses what is no share. `what` names it in the message. Throws RangeError outside 0..1 and for NaN.
 * @example requireShare(0.95, 'confidence') // undefined
 */
export function requireShare(value: number, what: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} must lie between 0 and 1: ${value}`);
}
