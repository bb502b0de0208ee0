import { normalCdf, normalQuantile } from '../distribution/normal.ts';
import { requireShare } from '../result/require-finite.ts';
import { requireChance, solveSize, type PowerTarget, type SampleSize } from './solve-size.ts';

/** The two shares that shall be told apart. */
export interface TwoShares {
  readonly p1: number;
  readonly p2: number;
}

/**
 * Power of the two-sided test of two shares with `n` each (may be fractional): pooled variance under equality, unpooled under the alternative;
 * rejections on the wrong side are not counted. Throws RangeError for shares and alpha outside 0..1, equal shares, and n not above 0.
 * Source: Fleiss, Levin, Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., section 4.2.
 * @example twoProportionPower({ p1: 0.2, p2: 0.25, n: 500 }) // 0.47333…
 */
export function twoProportionPower({ p1, p2, n, alpha = 0.05 }: TwoShares & { readonly n: number; readonly alpha?: number }): number {
  requireChance(alpha, 'alpha');
  if (!(n > 0)) throw new RangeError('a group needs somebody');
  const { equal, different } = deviations({ p1, p2 });
  return normalCdf((Math.sqrt(n) * Math.abs(p1 - p2) - normalQuantile(1 - alpha / 2) * equal) / different);
}

/**
 * Sample size of the two-sided test of two shares: n = ((z₁₋α/₂ √(2 p̄ q̄) + z_power √(p₁q₁ + p₂q₂)) / (p₁ − p₂))². Throws RangeError for shares,
 * power and alpha outside 0..1 and equal shares.
 * Source: Fleiss, Levin, Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., section 4.2.
 * @example twoProportionSampleSize({ p1: 0.1, p2: 0.15, power: 0.8 }) // { exact: 685.596…, n: 686, total: 1372 }
 */
export function twoProportionSampleSize({ p1, p2, power, alpha = 0.05 }: TwoShares & PowerTarget): SampleSize {
  requireChance(alpha, 'alpha');
  requireChance(power, 'power');
  const { equal, different } = deviations({ p1, p2 });
  const exact = ((normalQuantile(1 - alpha / 2) * equal + normalQuantile(power) * different) / (p1 - p2)) ** 2;
  const n = Math.ceil(exact - 1e-9 * exact);
  return { kind: 'sample-size', exact, n, total: 2 * n, alpha, power };
}

/** Standard deviations of the difference at n = 1, if the shares are equal and if they are not. */
function deviations({ p1, p2 }: TwoShares): { readonly equal: number; readonly different: number } {
  requireShare(p1, 'a share');
  requireShare(p2, 'a share');
  if (p1 === p2) throw new RangeError('equal shares cannot be told apart');
  const pooled = (p1 + p2) / 2;
  // Shares of 0 and 1 have no variance of their own: the smallest number keeps the quotient.
  const different = Math.max(Number.MIN_VALUE, Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2)));
  return { equal: Math.sqrt(2 * pooled * (1 - pooled)), different };
}

/**
 * Cohen's h, the difference of two shares after 2 arcsin √p, where it is equally easy to see everywhere. Throws RangeError for shares
 * outside 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., section 6.2.
 * @example cohensH({ p1: 0.15, p2: 0.1 }) // 0.15190…
 */
export function cohensH({ p1, p2 }: TwoShares): number {
  requireShare(p1, 'a share');
  requireShare(p2, 'a share');
  return 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
}

/**
 * Sample size of the two-sided test of two shares after the arcsine transformation, rejections on both sides counted. Throws RangeError for
 * shares, power and alpha outside 0..1 and equal shares.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 6.
 * @example arcsineSampleSize({ p1: 0.15, p2: 0.1, power: 0.8 }) // { exact: 680.35…, n: 681 }
 */
export function arcsineSampleSize({ p1, p2, power, alpha = 0.05 }: TwoShares & PowerTarget): SampleSize {
  requireChance(alpha, 'alpha');
  const h = cohensH({ p1, p2 });
  if (h === 0) throw new RangeError('equal shares cannot be told apart');
  const critical = normalQuantile(1 - alpha / 2);
  const powerAt = (n: number) => normalCdf(h * Math.sqrt(n / 2) - critical) + normalCdf(-h * Math.sqrt(n / 2) - critical);
  return solveSize(powerAt, { power, alpha, smallest: 1e-9, groups: 2 });
}
