import { mean } from './mean.ts';
import { median, quantile, type QuantileType } from './quantile.ts';

/**
 * Sample variance with n − 1, from the deviations, so that a large offset costs no digits. Fewer than two values have none: `null`.
 * Throws RangeError for NaN or an infinity.
 * @example variance([1, 2, 3]) // 1
 */
export function variance(values: ArrayLike<number>): number | null {
  return values.length < 2 ? null : deviationSquares(values) / (values.length - 1);
}

/**
 * Variance with n, of values that are the whole population. Throws RangeError for an empty list, NaN or an infinity.
 * @example populationVariance([1, 2, 3]) // 0.666666666…
 */
export function populationVariance(values: ArrayLike<number>): number {
  return deviationSquares(values) / values.length;
}

/** Σ (x − mean)² */
function deviationSquares(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return squares;
}

/**
 * Sample standard deviation with n − 1. Fewer than two values have none: `null`.
 * @example standardDeviation([2, 4, 6]) // 2
 */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const squared = variance(values);
  return squared === null ? null : Math.sqrt(squared);
}

/** Makes the median absolute deviation of normal values estimate their standard deviation: 1/Φ⁻¹(¾), rounded as everywhere in use. */
export const normalMadFactor = 1.4826;

/**
 * Median of the absolute deviations from the median; multiply by `normalMadFactor` for a robust standard deviation. Throws RangeError for
 * an empty list, NaN or an infinity.
 * @example medianAbsoluteDeviation([1, 2, 3, 4, 100]) // 1
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}

/**
 * Distance between the quartiles, by the given definition of a quantile. Throws RangeError for an empty list, NaN or an infinity.
 * @example interquartileRange([1, 2, 3, 4]) // 1.5
 */
export function interquartileRange(values: ArrayLike<number>, type: QuantileType = 7): number {
  return quantile(values, 0.75, type) - quantile(values, 0.25, type);
}
