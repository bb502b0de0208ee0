import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { coefficientsOf, type Coefficient } from './coefficient.ts';
import { fitRows, type RowFit } from './row-fit.ts';
import { outerSum } from './sandwich.ts';

/** Least squares judged without assuming that rows of the same cluster are independent. */
export interface ClusterErrors {
  readonly kind: 'cluster-errors';
  readonly n: number;
  readonly clusters: number;
  /** intercept first, then the predictors in their order; t with clusters − 1 degrees of freedom */
  readonly coefficients: readonly Coefficient[];
  readonly confidence: number;
  readonly method: { readonly errors: 'cluster HC1' };
}

/** `clusters` names the cluster of each row: a person, a team, a site. */
export interface ClusterOptions extends ConfidenceOptions {
  readonly clusters: ArrayLike<number | string>;
}

/**
 * Cluster-robust errors of ordinary least squares, with the small-sample factor G/(G − 1) · (n − 1)/(n − k − 1) for G clusters. Needs two
 * clusters; else insufficient and undetermined as `linearRegression`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Liang, Zeger (1986), Biometrika 73, 13–22; factor: Cameron, Miller (2015), Journal of Human Resources 50, 317–372.
 * @example clusterErrors([[1], [2], [3], [4]], [1, 3, 3, 5], { clusters: ['a', 'a', 'b', 'b'] }) // { clusters: 2, coefficients: [{}, { estimate: 1.20000… }] }
 */
export function clusterErrors(
  x: readonly (readonly number[])[],
  y: ArrayLike<number>,
  { clusters, ...options }: ClusterOptions,
): Outcome<ClusterErrors> {
  const confidence = confidenceOf(options);
  requireSameLength(y, clusters);
  const fit = fitRows(x, y);
  if (!isDetermined(fit)) return fit;
  const sums = contributionsOf(fit, clusters);
  const groups = sums.length;
  if (groups < 2) return insufficient(groups, 2);
  const factor = ((groups / (groups - 1)) * (fit.n - 1)) / (fit.n - fit.coefficients.length);
  const covariance = outerSum(sums, Array<number>(groups).fill(Math.sqrt(factor)));
  const coefficients = coefficientsOf({ estimates: fit.coefficients, covariance, df: groups - 1, confidence });
  if (coefficients === null) return undetermined(fit.n, 'no-variation');
  return {
    kind: 'cluster-errors',
    n: fit.n,
    clusters: groups,
    coefficients,
    confidence,
    method: { errors: 'cluster HC1' },
  };
}

/** What each cluster contributes to the coefficients: the sum over its rows of influence × residual. */
function contributionsOf({ influences, residuals }: RowFit, clusters: ArrayLike<number | string>): number[][] {
  const sums = new Map<number | string, number[]>();
  for (const [i, influence] of influences.entries()) {
    const sum = sums.get(clusters[i]!) ?? influence.map(() => 0);
    for (let j = 0; j < sum.length; j++) sum[j]! += influence[j]! * residuals[i]!;
    sums.set(clusters[i]!, sum);
  }
  return [...sums.values()];
}
