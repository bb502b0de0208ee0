import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { tStatisticOf, type TStatistic } from '../comparison/t-statistic.ts';
import { addCrossMoments, covarianceOf, crossMomentsOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';

/** One arm of an experiment: per unit its value before the experiment, and during it. */
export interface Arm {
  readonly before: ArrayLike<number>;
  readonly during: ArrayLike<number>;
}

/** Two arms compared after removing what was known of the units before. */
export interface Cuped extends TStatistic {
  readonly kind: 'cuped';
  readonly n: number;
  /** per arm, first the treated: size and adjusted mean */
  readonly arms: readonly [AdjustedArm, AdjustedArm];
  /** adjusted mean of the treated less that of the comparison, to which the interval belongs */
  readonly difference: number;
  /** slope of the values during the experiment on those before, all units together */
  readonly theta: number;
  /** share of the variance that the adjustment removes */
  readonly varianceReduction: number;
  readonly method: { readonly theta: 'pooled'; readonly test: 'Welch' };
}

/** Size, adjusted mean and adjusted standard deviation (n − 1) of an arm. */
export interface AdjustedArm {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * CUPED: the values during an experiment are replaced by y − θ (x − x̄), x being the value before it and θ = cov(y, x) / var(x) over all
 * units, and compared by Welch's test. Needs two units in each arm; values before that do not vary are `constant`, adjusted values without
 * spread have `no-variation`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Deng, Xu, Kohavi, Walker (2013), WSDM '13, 123–132.
 * @example cuped({ before: [1, 2, 3], during: [4, 5, 7] }, { before: [1, 2, 4], during: [2, 4, 5] }) // { theta: 0.95121…, difference: 1.98373…, varianceReduction: 0.45799… }
 */
export function cuped(treated: Arm, comparison: Arm, options: ConfidenceOptions = {}): Outcome<Cuped> {
  return cupedFromMoments(momentsOfArm(treated), momentsOfArm(comparison), options);
}

function momentsOfArm({ before, during }: Arm): CrossMoments {
  requireSameLength(before, during);
  return crossMomentsOf(Array.from(before, (value, i) => [value, during[i]!]));
}

/**
 * CUPED from the mergeable sums of each arm, whose two items are the value before and the value during the experiment.
 * @example cupedFromMoments({ n: 3, origin: [0, 0], sums: [6, 16], products: [[14, 35], [35, 90]] }, { n: 3, origin: [0, 0], sums: [7, 11], products: [[21, 30], [30, 45]] }) // { theta: 0.95121…, difference: 1.98373… }
 */
export function cupedFromMoments(treated: CrossMoments, comparison: CrossMoments, options: ConfidenceOptions = {}): Outcome<Cuped> {
  const confidence = confidenceOf(options);
  const smallest = Math.min(treated.n, comparison.n);
  if (smallest < 2) return insufficient(smallest, 2);
  const all = addCrossMoments(treated, comparison);
  const [[varianceBefore = 0, shared = 0] = [], [, varianceDuring = 0] = []] = covarianceOf(all);
  if (varianceBefore === 0) return undetermined(all.n, 'constant', [0]);
  const theta = shared / varianceBefore;
  const origin = meansOf(all)[0]!;
  const arms = [adjustedArm(treated, theta, origin), adjustedArm(comparison, theta, origin)] as const;
  const [a, b] = [arms[0].sd ** 2 / arms[0].n, arms[1].sd ** 2 / arms[1].n];
  if (a + b === 0) return undetermined(all.n, 'no-variation');
  const difference = arms[0].mean - arms[1].mean;
  const df = (a + b) ** 2 / (a ** 2 / (arms[0].n - 1) + b ** 2 / (arms[1].n - 1));
  return {
    kind: 'cuped',
    n: all.n,
    arms,
    difference,
    theta,
    varianceReduction: (theta * shared) / varianceDuring,
    ...tStatisticOf({ estimate: difference, standardError: Math.sqrt(a + b), df, confidence }),
    method: { theta: 'pooled', test: 'Welch' },
  };
}

function adjustedArm(moments: CrossMoments, theta: number, origin: number): AdjustedArm {
  const [before = 0, during = 0] = meansOf(moments);
  const [[vx = 0, shared = 0] = [], [, vy = 0] = []] = covarianceOf(moments);
  const variance = Math.max(0, vy - 2 * theta * shared + theta * theta * vx);
  return { n: moments.n, mean: during - theta * (before - origin), sd: Math.sqrt(variance) };
}
