import { invert } from '../matrix/decompositions.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { collinearColumns } from './collinear-columns.ts';

/** How much each coefficient's variance grows because predictors tell the same. */
export interface VarianceInflation {
  readonly kind: 'variance-inflation';
  readonly n: number;
  /** 1 / (1 − R²) of each predictor on the others: 1 is none, above 10 is much */
  readonly factors: readonly number[];
}

/**
 * Variance inflation factors of the columns of `x`: the diagonal of the inverse correlation matrix. Fewer than two rows are
 * insufficient; constant and collinear columns are named. Throws RangeError for NaN and infinities.
 * Source: Marquardt (1970), Technometrics 12, 591–612.
 * @example varianceInflation([[1, 2], [2, 1], [3, 4], [4, 3]]) // { n: 4, factors: [1.5625…, 1.5625…] }
 */
export function varianceInflation(x: readonly (readonly number[])[]): Outcome<VarianceInflation> {
  return varianceInflationFromMoments(crossMomentsOf(x));
}

/**
 * Variance inflation factors from the mergeable sums and cross-products of the predictors.
 * @example varianceInflationFromMoments({ n: 4, origin: [0, 0], sums: [10, 10], products: [[30, 28], [28, 30]] }) // { factors: [1.5625…, 1.5625…] }
 */
export function varianceInflationFromMoments(predictors: CrossMoments): Outcome<VarianceInflation> {
  const correlation = correlationOf(predictors);
  if (!isDetermined(correlation)) return correlation;
  const collinear = collinearColumns(correlation.matrix);
  const inverse = collinear.length > 0 ? null : invert(correlation.matrix);
  if (inverse === null) return undetermined(predictors.n, 'singular', collinear);
  return { kind: 'variance-inflation', n: predictors.n, factors: inverse.map((row, i) => row[i]!) };
}
