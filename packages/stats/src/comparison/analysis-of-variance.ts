import { fUpper } from '../distribution/fisher-f.ts';
import type { Moments } from '../moments/moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { sampleFromMoments, sampleOf, summaryOf, type Sample, type SampleSummary } from './sample.ts';

/** Do the means of several groups differ? With equal variances. */
export interface AnalysisOfVariance {
  readonly kind: 'analysis-of-variance';
  readonly n: number;
  readonly groups: readonly SampleSummary[];
  /** F */
  readonly statistic: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
  /** squared deviations of the group means, and within the groups */
  readonly squares: readonly [between: number, within: number];
  /** share of the variation that lies between the groups, in this sample */
  readonly eta2: number;
  /** the same estimated for the population; below 0 when there is less than chance */
  readonly omega2: number;
}

/**
 * One-way analysis of variance. Empty groups are left out; needs two groups and more values than groups. Values without spread
 * within the groups leave it undetermined. Throws RangeError for NaN and infinities.
 * Source: Fisher (1925), Statistical Methods for Research Workers, chapter VII; ω²: Hays (1963), Statistics for Psychologists, 381.
 * @example analysisOfVariance([[6, 8, 4, 5, 3, 4], [8, 12, 9, 11, 6, 8], [13, 9, 11, 8, 7, 12]]) // { statistic: 9.2647…, df: [2, 15], p: 0.00239…, eta2: 0.55263… }
 */
export function analysisOfVariance(groups: readonly ArrayLike<number>[]): Outcome<AnalysisOfVariance> {
  return analyseSamples(groups.map(sampleOf));
}

/**
 * One-way analysis of variance from mergeable sums per group.
 * @example analysisOfVarianceFromMoments([{ n: 2, sum: 3, squares: 5 }, { n: 2, sum: 7, squares: 25 }]) // { statistic: 8, df: [1, 2] }
 */
export function analysisOfVarianceFromMoments(groups: readonly Moments[]): Outcome<AnalysisOfVariance> {
  return analyseSamples(groups.map(sampleFromMoments));
}

function analyseSamples(all: readonly Sample[]): Outcome<AnalysisOfVariance> {
  const groups = all.filter(({ n }) => n > 0);
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (groups.length < 2 || n <= groups.length) return insufficient(n, Math.max(2, groups.length) + 1);
  const within = groups.reduce((sum, group) => sum + group.deviations, 0);
  if (within === 0) return undetermined(n, 'no-variation');
  const between = squaresBetween(groups, n);
  const df = [groups.length - 1, n - groups.length] as const;
  const meanWithin = within / df[1];
  const statistic = between / df[0] / meanWithin;
  return {
    kind: 'analysis-of-variance',
    n,
    groups: groups.map(summaryOf),
    statistic,
    df,
    p: fUpper(statistic, df[0], df[1]),
    squares: [between, within],
    eta2: between / (between + within),
    omega2: (between - df[0] * meanWithin) / (between + within + meanWithin),
  };
}

function squaresBetween(groups: readonly Sample[], n: number): number {
  // From the first mean as origin, so that a large common offset costs no digits.
  const origin = groups[0]!.mean;
  const mean = groups.reduce((sum, group) => sum + group.n * (group.mean - origin), 0) / n;
  return groups.reduce((sum, group) => sum + group.n * (group.mean - origin - mean) ** 2, 0);
}
