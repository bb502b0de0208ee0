import { undetermined, insufficient, type Outcome } from '../result/outcome.ts';
import { rangeMoments } from './range-moments.ts';
import type { Subgroup } from './subgroup.ts';
import { unbiasingConstant } from './unbiasing-constant.ts';

/**
 * How the standard deviation within subgroups is estimated: from their mean range (R̄/d2), their mean standard deviation (s̄/c4), their
 * pooled variance, or, for subgroups of one value, the mean moving range (M̄R̄/d2(2)).
 */
export type SigmaMethod = 'mean-range' | 'mean-deviation' | 'pooled-variance' | 'moving-range';

/** An estimate of the standard deviation within subgroups. */
export interface ProcessSigma {
  readonly kind: 'process-sigma';
  /** subgroups that carried information */
  readonly n: number;
  readonly sigma: number;
  readonly method: SigmaMethod;
}

/**
 * Standard deviation of a process within its subgroups. Of unequal subgroups each is scaled by the constant of its own size before
 * averaging. Subgroups of one value carry no information except for the moving range, which takes the subgroups' means. Without a
 * usable subgroup: insufficient; when none varies: undetermined. 'mean-range' throws RangeError where a range was not kept or a subgroup has more
 * than 1000 values.
 * Source: Burr (1969), Journal of Quality Technology 1, 163–167; Montgomery (2013), sections 6.2–6.4.
 * @example processSigma([subgroupOf([1, 3]), subgroupOf([2, 4])], 'mean-range') // { kind: 'process-sigma', n: 2, sigma: 1.77245385…, method: 'mean-range' }
 */
export function processSigma(subgroups: readonly Subgroup[], method: SigmaMethod): Outcome<ProcessSigma> {
  const parts = method === 'moving-range' ? movingRangeSigmas(subgroups) : subgroups.filter((each) => each.n > 1);
  if (parts.length === 0) return insufficient(subgroups.length, method === 'moving-range' ? 2 : 1);
  const sigma = method === 'pooled-variance' ? pooled(parts) : meanOf(parts.map((each) => sigmaOf(each, method)));
  return sigma > 0 ? { kind: 'process-sigma', n: parts.length, sigma, method } : undetermined(parts.length, 'no-variation');
}

/** Each pair of neighbours as a subgroup of two. */
function movingRangeSigmas(subgroups: readonly Subgroup[]): Subgroup[] {
  return subgroups.slice(1).map((each, i) => {
    const before = subgroups[i]!;
    const range = Math.abs(each.mean - before.mean);
    return { n: 2, mean: (each.mean + before.mean) / 2, variance: (range * range) / 2, range };
  });
}

function sigmaOf({ n, range, variance }: Subgroup, method: SigmaMethod): number {
  if (method === 'mean-deviation') return Math.sqrt(variance ?? 0) / unbiasingConstant(n);
  if (range === null) throw new RangeError('the extremes of a subgroup are needed for its range');
  return range / rangeMoments(n).mean;
}

/** √(Σ(n − 1)s² / Σ(n − 1)), made unbiased by c4. */
function pooled(subgroups: readonly Subgroup[]): number {
  const freedom = subgroups.reduce((sum, { n }) => sum + n - 1, 0);
  const squares = subgroups.reduce((sum, { n, variance }) => sum + (n - 1) * (variance ?? 0), 0);
  return Math.sqrt(squares / freedom) / unbiasingConstant(freedom + 1);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
