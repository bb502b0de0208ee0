import { normalCdf } from '../distribution/normal.ts';
import { tQuantile } from '../distribution/student-t.ts';
import { requireChance, solveSize, type PowerTarget, type SampleSize } from './solve-size.ts';

/**
 * Power of the two-sided test of a correlation of 0 when it is `r`, by Fisher's z with its bias r / (2 (n − 1)). `n` may be fractional.
 * Throws RangeError for r outside −1..1, n not above 3, and alpha outside 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 3, in the form of Champely's pwr.
 * @example correlationPower({ r: 0.3, n: 85 }) // 0.80439…
 */
export function correlationPower({ r, n, alpha = 0.05 }: { readonly r: number; readonly n: number; readonly alpha?: number }): number {
  requireChance(alpha, 'alpha');
  if (!(Math.abs(r) < 1)) throw new RangeError('a correlation lies between −1 and 1');
  if (!(n > 3)) throw new RangeError('a correlation needs four pairs');
  const t = tQuantile(1 - alpha / 2, n - 2);
  const critical = Math.atanh(Math.sqrt((t * t) / (t * t + n - 2)));
  const expected = Math.atanh(Math.abs(r)) + Math.abs(r) / (2 * (n - 1));
  const scale = Math.sqrt(n - 3);
  return normalCdf((expected - critical) * scale) + normalCdf((-expected - critical) * scale);
}

/**
 * Sample size of the two-sided test of a correlation. Throws RangeError for r = 0 or outside −1..1, and for power and alpha outside 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 3.
 * @example correlationSampleSize({ r: 0.3, power: 0.8 }) // { exact: 84.0736…, n: 85 }
 */
export function correlationSampleSize({ r, power, alpha = 0.05 }: PowerTarget & { readonly r: number }): SampleSize {
  return solveSize((n) => correlationPower({ r, n, alpha }), { power, alpha, smallest: 4, groups: 1 });
}
