import { chiSquareCdf } from '../distribution/chi-square.ts';
import { noncentralTCdf } from '../distribution/noncentral.ts';
import { tQuantile } from '../distribution/student-t.ts';
import { requireChance, solveSize, type PowerTarget, type SampleSize } from './solve-size.ts';

/** A two-sided t test, of two samples of n each or of n pairs. */
export interface TTestDesign {
  readonly design: 'two-sample' | 'paired';
  /** Cohen's d: difference in standard deviations (of the differences where paired) */
  readonly d: number;
}

/**
 * Power of a two-sided t test by the noncentral t distribution; rejections on the wrong side are not counted. `n` is per group (pairs where
 * paired) and may be fractional. Throws RangeError for n below 2 and alpha outside 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 2.
 * @example tTestPower({ design: 'two-sample', n: 64, d: 0.5 }) // 0.8014…
 */
export function tTestPower({ design, d, n, alpha = 0.05 }: TTestDesign & { readonly n: number; readonly alpha?: number }): number {
  requireChance(alpha, 'alpha');
  if (!(n >= 2)) throw new RangeError('a t test needs two values in each group');
  const [df, noncentrality] = design === 'paired' ? [n - 1, Math.sqrt(n) * Math.abs(d)] : [2 * (n - 1), Math.sqrt(n / 2) * Math.abs(d)];
  const critical = tQuantile(1 - alpha / 2, df);
  // So far out the numerator of t is as good as certain, and only its denominator varies.
  if (noncentrality > 9000) return chiSquareCdf(df * (noncentrality / critical) ** 2, df);
  return 1 - noncentralTCdf(critical, df, noncentrality);
}

/**
 * Sample size of a two-sided t test. Throws RangeError for an effect of 0, and for power and alpha outside 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 2.
 * @example tTestSampleSize({ design: 'two-sample', d: 0.5, power: 0.8 }) // { exact: 63.7657…, n: 64, total: 128 }
 */
export function tTestSampleSize({ power, alpha = 0.05, ...design }: TTestDesign & PowerTarget): SampleSize {
  const groups = design.design === 'paired' ? 1 : 2;
  return solveSize((n) => tTestPower({ ...design, n, alpha }), { power, alpha, smallest: 2, groups });
}
