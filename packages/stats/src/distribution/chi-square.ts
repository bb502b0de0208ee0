import { poissonTerm, regularizedGammaP, regularizedGammaQ } from '../special/regularized-gamma.ts';
import { invertPositive, tailsOf } from './invert-cdf.ts';
import { normalQuantile } from './normal.ts';

/**
 * Distribution function of χ² with `df` degrees of freedom (any positive number). Negative x have probability 0. Throws RangeError for
 * df ≤ 0 and NaN.
 * Source: Abramowitz, Stegun (1964), 26.4.19.
 * @example chiSquareCdf(3.841458820694124, 1) // 0.95…
 */
export function chiSquareCdf(x: number, df: number): number {
  return regularizedGammaP(df / 2, Math.max(0, x) / 2);
}

/**
 * Probability that χ² exceeds x, with all digits where it is tiny: the p value of a χ² test.
 * @example chiSquareUpper(3.841458820694124, 1) // 0.0500000000…
 * @example chiSquareUpper(1400, 2) // 9.8596765437e-305…
 */
export function chiSquareUpper(x: number, df: number): number {
  return regularizedGammaQ(df / 2, Math.max(0, x) / 2);
}

/**
 * Quantile of χ²: the value below which it lies with probability p; p = 0 gives 0, p = 1 infinity. Throws RangeError for p outside
 * 0..1 or df ≤ 0.
 * Source of the first guess: Wilson, Hilferty (1931), PNAS 17, 684–688.
 * @example chiSquareQuantile(0.95, 1) // 3.84145882069…
 */
export function chiSquareQuantile(p: number, df: number): number {
  const shape = df / 2;
  return invertPositive(tailsOf(p), {
    tails: (x) => ({ lower: chiSquareCdf(x, df), upper: chiSquareUpper(x, df) }),
    density: (x) => (poissonTerm(shape, x / 2) * shape) / x,
    start: wilsonHilferty(p, df),
  });
}

function wilsonHilferty(p: number, df: number): number {
  if (p === 0 || p === 1) return df;
  const guess = df * (1 - 2 / (9 * df) + normalQuantile(p) * Math.sqrt(2 / (9 * df))) ** 3;
  return guess > 0 ? guess : df * p;
}
