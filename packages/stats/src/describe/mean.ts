import { requireFinite } from '../result/require-finite.ts';

/**
 * Arithmetic mean. Throws RangeError for an empty list (ask for its length first), NaN or an infinity.
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: ArrayLike<number>): number {
  requireAny(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/**
 * Mean of what is left when a share of the values is dropped at each end; ⌊share · n⌋ values at each. Throws RangeError for an empty
 * list, and for a share outside 0..½ (½ excluded).
 * @example trimmedMean([1, 2, 3, 4, 100], 0.2) // 3
 */
export function trimmedMean(values: ArrayLike<number>, share: number): number {
  requireAny(values);
  if (!(share >= 0 && share < 0.5)) throw new RangeError(`the share at each end must lie below one half: ${share}`);
  const dropped = Math.floor(share * values.length);
  return mean(
    Float64Array.from(values)
      .sort()
      .subarray(dropped, values.length - dropped),
  );
}

/**
 * Geometric mean exp(mean of ln x) of values that are not negative; a single zero makes it 0, a negative value leaves none: `null`. Throws
 * RangeError for an empty list, NaN or an infinity.
 * @example geometricMean([1, 10, 100]) // 10.0000000000…
 * @example geometricMean([-1, 10]) // null
 */
export function geometricMean(values: ArrayLike<number>): number | null {
  requireAny(values);
  let logarithms = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) return null;
    logarithms += Math.log(values[i]!);
  }
  return Math.exp(logarithms / values.length);
}

function requireAny(values: ArrayLike<number>): void {
  if (values.length === 0) throw new RangeError('an empty list has no mean');
  requireFinite(values, 'values');
}
