import type { Moments } from '../moments/moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { confidenceOf, type ConfidenceOptions } from './confidence.ts';
import { sampleFromMoments, sampleOf, sampleVariance, summaryOf, type Sample, type SampleSummary } from './sample.ts';
import { tStatisticOf, type TStatistic } from './t-statistic.ts';

/** Do two means differ? Without assuming equal variances. */
export interface WelchTest extends TStatistic {
  readonly kind: 'welch-test';
  readonly n: number;
  readonly samples: readonly [SampleSummary, SampleSummary];
  /** first mean less the second, to which the interval belongs */
  readonly difference: number;
}

/**
 * Welch's t test of two independent samples: t = (m₁ − m₂) / √(v₁/n₁ + v₂/n₂), degrees of freedom after Satterthwaite. Each sample
 * needs two values; two constant samples leave it undetermined. Throws RangeError for NaN and infinities.
 * Source: Welch (1947), Biometrika 34, 28–35.
 * @example welchTest([1, 2, 3, 4], [3, 5, 7, 9]) // { statistic: -2.4248…, df: 4.4117…, p: 0.0664…, difference: -3.5 }
 * @example welchTest([1], [2, 3]) // { kind: 'insufficient', n: 1, needed: 2 }
 */
export function welchTest(first: ArrayLike<number>, second: ArrayLike<number>, options: ConfidenceOptions = {}): Outcome<WelchTest> {
  return compare(sampleOf(first), sampleOf(second), options);
}

/**
 * Welch's t test from mergeable sums.
 * @example welchTestFromMoments({ n: 4, sum: 10, squares: 30 }, { n: 4, sum: 24, squares: 164 }) // { statistic: -2.4248…, df: 4.4117… }
 */
export function welchTestFromMoments(first: Moments, second: Moments, options: ConfidenceOptions = {}): Outcome<WelchTest> {
  return compare(sampleFromMoments(first), sampleFromMoments(second), options);
}

function compare(first: Sample, second: Sample, options: ConfidenceOptions): Outcome<WelchTest> {
  const confidence = confidenceOf(options);
  const smaller = Math.min(first.n, second.n);
  if (smaller < 2) return insufficient(smaller, 2);
  const [a, b] = [sampleVariance(first) / first.n, sampleVariance(second) / second.n];
  if (a + b === 0) return undetermined(first.n + second.n, 'no-variation');
  const difference = first.mean - second.mean;
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  return {
    kind: 'welch-test',
    n: first.n + second.n,
    samples: [summaryOf(first), summaryOf(second)],
    difference,
    ...tStatisticOf({ estimate: difference, standardError: Math.sqrt(a + b), df, confidence }),
  };
}
