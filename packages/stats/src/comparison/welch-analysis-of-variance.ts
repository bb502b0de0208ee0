import { fUpper } from '../distribution/fisher-f.ts';
import type { Moments } from '../moments/moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { sampleFromMoments, sampleOf, sampleVariance, summaryOf, type Sample, type SampleSummary } from './sample.ts';

/** Do the means of several groups differ? Without assuming equal variances. */
export interface WelchAnalysisOfVariance {
  readonly kind: 'welch-analysis-of-variance';
  readonly n: number;
  readonly groups: readonly SampleSummary[];
  /** F */
  readonly statistic: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
}

/**
 * Welch's one-way analysis of variance. Empty groups are left out; needs two groups with two values each. A group without spread
 * leaves it undetermined and is named in `columns`. Throws RangeError for NaN and infinities.
 * Source: Welch (1951), Biometrika 38, 330–336.
 * @example welchAnalysisOfVariance([[1, 2, 3, 4], [3, 5, 7, 9]]) // { statistic: 5.88…, df: [1, 4.4117…], p: 0.0664… }
 */
export function welchAnalysisOfVariance(groups: readonly ArrayLike<number>[]): Outcome<WelchAnalysisOfVariance> {
  return analyseSamples(groups.map(sampleOf));
}

/**
 * Welch's one-way analysis of variance from mergeable sums per group.
 * @example welchAnalysisOfVarianceFromMoments([{ n: 4, sum: 10, squares: 30 }, { n: 4, sum: 24, squares: 164 }]) // { df: [1, 4.4117…] }
 */
export function welchAnalysisOfVarianceFromMoments(groups: readonly Moments[]): Outcome<WelchAnalysisOfVariance> {
  return analyseSamples(groups.map(sampleFromMoments));
}

function analyseSamples(all: readonly Sample[]): Outcome<WelchAnalysisOfVariance> {
  const groups = all.filter(({ n }) => n > 0);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (groups.length < 2) return insufficient(n, 4);
  const smallest = Math.min(...groups.map((group) => group.n));
  if (smallest < 2) return insufficient(smallest, 2);
  const constant = all.flatMap((group, index) => (group.n > 0 && group.deviations === 0 ? [index] : []));
  if (constant.length > 0) return undetermined(n, 'no-variation', constant);
  return { kind: 'welch-analysis-of-variance', n, groups: groups.map(summaryOf), ...welchStatistic(groups) };
}

function welchStatistic(groups: readonly Sample[]): Pick<WelchAnalysisOfVariance, 'statistic' | 'df' | 'p'> {
  const k = groups.length;
  const weights = groups.map((group) => group.n / sampleVariance(group));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const origin = groups[0]!.mean;
  const mean = groups.reduce((sum, group, i) => sum + weights[i]! * (group.mean - origin), 0) / total;
  const between = groups.reduce((sum, group, i) => sum + weights[i]! * (group.mean - origin - mean) ** 2, 0) / (k - 1);
  const spread = groups.reduce((sum, group, i) => sum + (1 - weights[i]! / total) ** 2 / (group.n - 1), 0) / (k * k - 1);
  const statistic = between / (1 + 2 * (k - 2) * spread);
  const df = [k - 1, 1 / (3 * spread)] as const;
  return { statistic, df, p: fUpper(statistic, df[0], df[1]) };
}
