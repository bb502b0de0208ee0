import { logGamma } from '../special/log-gamma.ts';
import { betaParts, betaTerm } from '../special/regularized-beta.ts';
import { requireShare } from '../result/require-finite.ts';
import { invertPositive, type Tails } from './invert-cdf.ts';
import { normalQuantile, normalUpper } from './normal.ts';

/** From here on t and the normal distribution differ by less than a double can tell. */
const normalFrom = 1e17;
/** From here on the square of t leaves the range of a double, and the tail is its first term. */
const farFrom = 1e150;

/**
 * Distribution function of Student's t with `df` degrees of freedom (any positive number, infinity for the normal). The lower tail
 * keeps its digits. Throws RangeError for df ≤ 0 and NaN.
 * @example tCdf(2.228138851986274, 10) // 0.97500000000…
 */
export function tCdf(t: number, df: number): number {
  const tail = tTwoSided(t, df) / 2;
  return t < 0 ? tail : 1 - tail;
}

/**
 * Probability that |T| exceeds |t|: the two-sided p value. Throws RangeError for df ≤ 0 and NaN.
 * Source: Abramowitz, Stegun (1964), 26.7.1 and 26.5.27.
 * @example tTwoSided(1, 1) // 0.49999999999…
 */
export function tTwoSided(t: number, df: number): number {
  requireDegrees(df);
  if (Number.isNaN(t)) throw new RangeError('a t probability needs a number');
  return df >= normalFrom ? 2 * normalUpper(Math.abs(t)) : magnitudeTails(Math.abs(t), df).upper;
}

/** Probabilities that |T| is below and above t: t² / (df + t²) has the beta distribution with 1/2 and df/2. */
function magnitudeTails(t: number, df: number): Tails {
  if (t > farFrom) return farTails(t, df);
  const square = t * t;
  return betaParts(square / (df + square), df / (df + square), { a: 0.5, b: df / 2 });
}

function farTails(t: number, df: number): Tails {
  const a = df / 2;
  const upper = Math.exp(a * (Math.log(df) - 2 * Math.log(t)) + logGamma(a + 0.5) - logGamma(a + 1) - logGamma(0.5));
  return { lower: 1 - upper, upper };
}

/** Density of |T|. */
function magnitudeDensity(t: number, df: number): number {
  if (t > farFrom) return (df * farTails(t, df).upper) / t;
  const square = t * t;
  return (2 * betaTerm(square / (df + square), df / (df + square), { a: 0.5, b: df / 2 })) / t;
}

/**
 * Quantile of Student's t: the value below which it lies with probability p; p = 0 and 1 give the infinities. Throws RangeError for p
 * outside 0..1 or df ≤ 0.
 * @example tQuantile(0.975, 10) // 2.22813885198…
 * @example tQuantile(1e-300, 30) // -50178575360.5…
 */
export function tQuantile(p: number, df: number): number {
  requireShare(p, 'a probability');
  requireDegrees(df);
  if (df >= normalFrom || p === 0 || p === 1) return normalQuantile(p);
  if (p === 0.5) return 0;
  const magnitude = invertPositive(
    { lower: Math.abs(2 * p - 1), upper: 2 * Math.min(p, 1 - p) },
    { tails: (t) => magnitudeTails(t, df), density: (t) => magnitudeDensity(t, df), start: Math.abs(normalQuantile(p)) },
  );
  return p < 0.5 ? -magnitude : magnitude;
}

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be positive: ${df}`);
}
