import { grandMean, type Subgroup } from '../control-chart/subgroup.ts';
import { processSigma, type SigmaMethod } from '../control-chart/process-sigma.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';

/** What capability indices need to know of a process. */
export interface ProcessSummary {
  readonly kind: 'process-summary';
  /** observations */
  readonly n: number;
  readonly mean: number;
  /** short-term standard deviation, within subgroups */
  readonly sigmaWithin: number;
  /** long-term standard deviation of all observations, with n − 1 */
  readonly sigmaOverall: number;
  readonly method: SigmaMethod;
}

/**
 * Mean, short-term and long-term standard deviation of a process from its subgroups, which may come from mergeable sums. Fewer than two
 * observations or no usable subgroup: insufficient; no variation within subgroups: undetermined.
 * Source: Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., section 8.3.
 * @example summariseProcess([{ n: 2, mean: 2, variance: 2, range: 2 }, { n: 2, mean: 3, variance: 2, range: 2 }], 'mean-range') // { n: 4, mean: 2.5, sigmaWithin: 1.7724…, sigmaOverall: 1.29099… }
 */
export function summariseProcess(subgroups: readonly Subgroup[], method: SigmaMethod): Outcome<ProcessSummary> {
  const n = subgroups.reduce((sum, each) => sum + each.n, 0);
  if (n < 2) return insufficient(n, 2);
  const within = processSigma(subgroups, method);
  if (!isDetermined(within)) return within;
  const mean = grandMean(subgroups);
  const squares = subgroups.reduce((sum, each) => sum + (each.n - 1) * (each.variance ?? 0) + each.n * (each.mean - mean) ** 2, 0);
  const sigmaOverall = Math.sqrt(squares / (n - 1));
  if (!(sigmaOverall > 0)) return undetermined(n, 'no-variation');
  return { kind: 'process-summary', n, mean, sigmaWithin: within.sigma, sigmaOverall, method };
}
