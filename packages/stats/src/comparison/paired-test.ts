import type { Moments } from '../moments/moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { confidenceOf, type ConfidenceOptions } from './confidence.ts';
import { sampleFromMoments, sampleOf, summaryOf, type Sample } from './sample.ts';
import { tStatisticOf, type TStatistic } from './t-statistic.ts';

/** Do the differences of pairs lie around zero? */
export interface PairedTest extends TStatistic {
  readonly kind: 'paired-test';
  /** pairs */
  readonly n: number;
  readonly meanDifference: number;
  readonly sdOfDifferences: number;
  /** Cohen's d of paired data: mean of the differences in their own standard deviations */
  readonly dz: number;
}

/**
 * Paired t test of x − y, pair by pair, with n − 1 degrees of freedom. Needs two pairs; equal differences leave it undetermined.
 * Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Student (1908), Biometrika 6, 1–25; dz: Cohen (1988), Statistical Power Analysis, 2nd ed., section 2.3.5.
 * @example pairedTest([3, 4, 6, 8], [1, 3, 5, 4]) // { statistic: 2.8284…, df: 3, p: 0.06627…, meanDifference: 2, dz: 1.41421… }
 */
export function pairedTest(x: ArrayLike<number>, y: ArrayLike<number>, options: ConfidenceOptions = {}): Outcome<PairedTest> {
  return judge(sampleOf(differencesOf(x, y)), options);
}

/**
 * Paired t test from the mergeable sums of the differences.
 * @example pairedTestFromMoments({ n: 4, sum: 8, squares: 22 }) // { statistic: 2.8284…, df: 3 }
 */
export function pairedTestFromMoments(differences: Moments, options: ConfidenceOptions = {}): Outcome<PairedTest> {
  return judge(sampleFromMoments(differences), options);
}

/**
 * x − y, pair by pair. Throws RangeError for unequal lengths.
 * @example differencesOf([3, 4], [1, 5]) // [2, -1]
 */
export function differencesOf(x: ArrayLike<number>, y: ArrayLike<number>): number[] {
  requireSameLength(x, y);
  return Array.from(x, (value, i) => value - y[i]!);
}

function judge(differences: Sample, options: ConfidenceOptions): Outcome<PairedTest> {
  const confidence = confidenceOf(options);
  const { n, mean, sd } = summaryOf(differences);
  if (n < 2) return insufficient(n, 2);
  if (sd === 0) return undetermined(n, 'no-variation');
  return {
    kind: 'paired-test',
    n,
    meanDifference: mean,
    sdOfDifferences: sd,
    dz: mean / sd,
    ...tStatisticOf({ estimate: mean, standardError: sd / Math.sqrt(n), df: n - 1, confidence }),
  };
}
