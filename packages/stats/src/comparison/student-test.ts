import type { Moments } from '../moments/moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { confidenceOf, type ConfidenceOptions } from './confidence.ts';
import { sampleFromMoments, sampleOf, summaryOf, type Sample, type SampleSummary } from './sample.ts';
import { tStatisticOf, type TStatistic } from './t-statistic.ts';

/** Do two means differ, if the variances are equal? */
export interface StudentTest extends TStatistic {
  readonly kind: 'student-test';
  readonly n: number;
  readonly samples: readonly [SampleSummary, SampleSummary];
  /** first mean less the second, to which the interval belongs */
  readonly difference: number;
  /** standard deviation within the samples, n₁ + n₂ − 2 in the denominator */
  readonly pooledSd: number;
}

/**
 * Student's t test of two independent samples with pooled variance and n₁ + n₂ − 2 degrees of freedom. Needs a value in each sample and three
 * in all; samples without any spread leave it undetermined. Where the variances may differ, `welchTest` is the better question.
 * Throws RangeError for NaN and infinities.
 * Source: Student (1908), Biometrika 6, 1–25.
 * @example studentTest([1, 2, 3, 4], [3, 5, 7, 9]) // { statistic: -2.4248…, df: 6, p: 0.05152…, pooledSd: 2.04124… }
 */
export function studentTest(first: ArrayLike<number>, second: ArrayLike<number>, options: ConfidenceOptions = {}): Outcome<StudentTest> {
  return compare(sampleOf(first), sampleOf(second), options);
}

/**
 * Student's t test from mergeable sums.
 * @example studentTestFromMoments({ n: 4, sum: 10, squares: 30 }, { n: 4, sum: 24, squares: 164 }) // { statistic: -2.4248…, df: 6 }
 */
export function studentTestFromMoments(first: Moments, second: Moments, options: ConfidenceOptions = {}): Outcome<StudentTest> {
  return compare(sampleFromMoments(first), sampleFromMoments(second), options);
}

function compare(first: Sample, second: Sample, options: ConfidenceOptions): Outcome<StudentTest> {
  const confidence = confidenceOf(options);
  const n = first.n + second.n;
  if (Math.min(first.n, second.n) < 1) return insufficient(Math.min(first.n, second.n), 1);
  if (n < 3) return insufficient(n, 3);
  const df = n - 2;
  const pooledVariance = (first.deviations + second.deviations) / df;
  if (pooledVariance === 0) return undetermined(n, 'no-variation');
  const difference = first.mean - second.mean;
  const standardError = Math.sqrt(pooledVariance * (1 / first.n + 1 / second.n));
  return {
    kind: 'student-test',
    n,
    samples: [summaryOf(first), summaryOf(second)],
    difference,
    pooledSd: Math.sqrt(pooledVariance),
    ...tStatisticOf({ estimate: difference, standardError, df, confidence }),
  };
}
