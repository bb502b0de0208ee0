import { requireFinite } from '../result/require-finite.ts';

/** Median of |x − y| of two standard normal values: √2 Φ⁻¹(¾). */
export const medianMovingRange = 0.9538725524089398;

/**
 * Absolute differences of neighbours; the first belongs to the second value. Fewer than two values: an empty list. Throws RangeError for
 * NaN or an infinity.
 * @example movingRanges([3, 5, 1]) // [2, 4]
 */
export function movingRanges(values: ArrayLike<number>): Float64Array {
  requireFinite(values, 'values');
  const ranges = new Float64Array(Math.max(0, values.length - 1));
  for (let i = 0; i < ranges.length; i++) ranges[i] = Math.abs(values[i + 1]! - values[i]!);
  return ranges;
}

/**
 * Process sigma from the median of the moving ranges, which a few outliers hardly move: median / 0.95387…, or by the rounded constant of
 * a book. Fewer than two values have none: `null`. Source: Wheeler (2004), Advanced Topics in Statistical Process Control, 2nd ed.
 * @example sigmaFromMedianRange([3, 5, 1, 2]) // 2.0967…
 */
export function sigmaFromMedianRange(values: ArrayLike<number>, constant: number = medianMovingRange): number | null {
  if (!(constant > 0)) throw new RangeError(`the constant is above 0: ${constant}`);
  const sorted = movingRanges(values).sort();
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2 / constant;
}
