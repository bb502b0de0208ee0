import { betaParts, betaTerm, regularizedBeta } from '../special/regularized-beta.ts';
import { invertPositive, tailsOf } from './invert-cdf.ts';

/**
 * Distribution function of the beta distribution with shapes a, b > 0. Outside 0..1 it is 0 and 1. Throws RangeError for other shapes
 * and NaN.
 * @example betaCdf(0.25, 2, 3) // 0.261718750000000…
 */
export function betaCdf(x: number, a: number, b: number): number {
  return regularizedBeta(Math.min(1, Math.max(0, x)), a, b);
}

/**
 * Quantile of the beta distribution: the value below which it lies with probability p. Throws RangeError for p outside 0..1 or shapes
 * that are not positive.
 * @example betaQuantile(0.26171875, 2, 3) // 0.25…
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const odds = invertPositive(tailsOf(p), {
    tails: (x) => betaParts(x / (1 + x), 1 / (1 + x), { a, b }),
    density: (x) => betaTerm(x / (1 + x), 1 / (1 + x), { a, b }) / x,
    start: a / b,
  });
  return odds === Infinity ? 1 : odds / (1 + odds);
}
