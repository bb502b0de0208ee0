import { chiSquareUpper } from '../distribution/chi-square.ts';
import { insufficient, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';

/** Were units assigned to the arms in the shares that were planned? */
export interface SampleRatioCheck {
  readonly kind: 'sample-ratio-check';
  readonly n: number;
  /** counts that the planned shares would give */
  readonly expected: readonly number[];
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** p below alpha: the assignment is broken, and no effect of the experiment may be believed */
  readonly mismatch: boolean;
  readonly method: { readonly alpha: number };
}

/**
 * χ² test of the sizes of the arms of an experiment against their planned shares (weights; they need not sum to 1). Alpha is small, 0.001
 * unless said, because the check is made often. No units are insufficient. Throws RangeError for fewer than two arms, counts below 0,
 * weights that are not positive, and unequal lengths.
 * Source: Fabijan et al. (2019), KDD '19, 2156–2164.
 * @example sampleRatioCheck([5021, 4979], [1, 1]) // { n: 10000, statistic: 0.1764, df: 1, p: 0.6744…, mismatch: false }
 * @example sampleRatioCheck([5300, 4700], [1, 1]) // { p: 1.97317e-9…, mismatch: true }
 */
export function sampleRatioCheck(
  counts: readonly number[],
  weights: readonly number[],
  { alpha = 0.001 }: { readonly alpha?: number } = {},
): Outcome<SampleRatioCheck> {
  requireSameLength(counts, weights);
  if (counts.length < 2) throw new RangeError('an experiment has at least two arms');
  if (counts.some((count) => !(count >= 0 && Number.isFinite(count)))) throw new RangeError('counts are not below 0');
  if (weights.some((weight) => !(weight > 0 && Number.isFinite(weight)))) throw new RangeError('planned shares are positive');
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return insufficient(0, 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const expected = weights.map((weight) => (n * weight) / total);
  const statistic = counts.reduce((sum, count, arm) => sum + (count - expected[arm]!) ** 2 / expected[arm]!, 0);
  const df = counts.length - 1;
  const p = chiSquareUpper(statistic, df);
  return { kind: 'sample-ratio-check', n, expected, statistic, df, p, mismatch: p < alpha, method: { alpha } };
}
