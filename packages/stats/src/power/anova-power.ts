import { chiSquareCdf } from '../distribution/chi-square.ts';
import { fQuantile } from '../distribution/fisher-f.ts';
import { noncentralFCdf } from '../distribution/noncentral.ts';
import { requireChance, solveSize, type PowerTarget, type SampleSize } from './solve-size.ts';

/** A one-way analysis of variance with groups of equal size. */
export interface AnovaDesign {
  readonly groups: number;
  /** Cohen's f: standard deviation of the group means over that within the groups */
  readonly f: number;
}

/**
 * Power of a one-way analysis of variance by the noncentral F distribution with noncentrality groups · n · f². `n` is per group and may be
 * fractional. Throws RangeError for fewer than two groups, n below 2, and alpha outside 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 8.
 * @example anovaPower({ groups: 4, n: 45, f: 0.25 }) // 0.8040…
 */
export function anovaPower({ groups, f, n, alpha = 0.05 }: AnovaDesign & { readonly n: number; readonly alpha?: number }): number {
  requireChance(alpha, 'alpha');
  if (!Number.isInteger(groups) || groups < 2) throw new RangeError('an analysis of variance needs two groups');
  if (!(n >= 2)) throw new RangeError('a group needs two values');
  const [between, within] = [groups - 1, groups * (n - 1)];
  const noncentrality = groups * n * f * f;
  const critical = fQuantile(1 - alpha, between, within);
  // So far out the numerator of F is as good as certain, and only its denominator varies.
  if (noncentrality > 1e8) return chiSquareCdf((noncentrality / critical) * (within / between), within);
  return 1 - noncentralFCdf(critical, between, within, noncentrality);
}

/**
 * Sample size of a one-way analysis of variance. Throws RangeError for fewer than two groups, an effect of 0, and power and alpha outside
 * 0..1.
 * Source: Cohen (1988), Statistical Power Analysis, 2nd ed., chapter 8.
 * @example anovaSampleSize({ groups: 4, f: 0.25, power: 0.8 }) // { exact: 44.5992…, n: 45, total: 180 }
 */
export function anovaSampleSize({ power, alpha = 0.05, ...design }: AnovaDesign & PowerTarget): SampleSize {
  return solveSize((n) => anovaPower({ ...design, n, alpha }), { power, alpha, smallest: 2, groups: design.groups });
}
