import { betaParts, betaTerm } from '../special/regularized-beta.ts';
import { invertPositive, tailsOf, type Tails } from './invert-cdf.ts';

/**
 * Distribution function of F with `df1` and `df2` degrees of freedom (any positive numbers). Negative values have probability 0. Throws
 * RangeError for degrees that are not positive and NaN.
 * Source: Abramowitz, Stegun (1964), 26.6.2.
 * @example fCdf(4.9646027437307128, 1, 10) // 0.95…
 */
export function fCdf(f: number, df1: number, df2: number): number {
  return tailsAt(f, df1, df2).lower;
}

/**
 * Probability that F exceeds f, with all digits where it is tiny: the p value of an F test.
 * @example fUpper(4.9646027437307128, 1, 10) // 0.0500000000…
 */
export function fUpper(f: number, df1: number, df2: number): number {
  return tailsAt(f, df1, df2).upper;
}

/**
 * Quantile of F: the value below which it lies with probability p; p = 0 gives 0, p = 1 infinity. Throws RangeError for p outside
 * 0..1 or degrees that are not positive.
 * @example fQuantile(0.95, 1, 10) // 4.96460274373…
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  return invertPositive(tailsOf(p), {
    tails: (f) => tailsAt(f, df1, df2),
    density: (f) => {
      const { x, y } = betaPoint(f, df1, df2);
      return betaTerm(x, y, { a: df1 / 2, b: df2 / 2 }) / f;
    },
    start: 1,
  });
}

function tailsAt(f: number, df1: number, df2: number): Tails {
  if (Number.isNaN(f)) throw new RangeError('an F probability needs a number');
  const { x, y } = betaPoint(Math.max(0, f), df1, df2);
  return betaParts(x, y, { a: df1 / 2, b: df2 / 2 });
}

/** df₁f / (df₁f + df₂), which has the beta distribution with df₁/2 and df₂/2, and its complement. */
function betaPoint(f: number, df1: number, df2: number): { readonly x: number; readonly y: number } {
  const odds = (df1 / df2) * f;
  return odds === Infinity ? { x: 1, y: 0 } : { x: odds / (1 + odds), y: 1 / (1 + odds) };
}
