import { symmetricEigen } from '../matrix/decompositions.ts';
import { correlationOf, selectItems, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { collinearColumns } from './collinear-columns.ts';
import type { Variables } from './least-squares.ts';

/** How the explained share of an outcome divides among its predictors, after Johnson. */
export interface RelativeWeights {
  readonly kind: 'relative-weights';
  readonly n: number;
  readonly r2: number;
  readonly predictors: readonly RelativeWeight[];
  readonly method: { readonly weights: 'orthogonal counterpart of the predictors' };
}

/** One predictor's share. */
export interface RelativeWeight {
  /** these sum to R² and are never negative */
  readonly weight: number;
  /** the same as a share of R²; null where nothing is explained */
  readonly share: number | null;
  /** correlation with the outcome: its sign says in which direction the predictor goes */
  readonly correlation: number;
}

/** An R² up to here is rounding. */
const nothing = 1e-12;

/**
 * Relative weights after Johnson from mergeable sums and cross-products: the predictors are replaced by the uncorrelated variables that are closest to them,
 * and what those explain is given back by how much each predictor has of each. Nearly what `relativeImportance` gives, at the price of one
 * eigenvalue problem instead of all subsets, so any number of predictors may be asked for. Needs one row more than coefficients; constant and
 * collinear columns are named. Throws RangeError without predictors. Source: Johnson (2000), Multivariate Behavioral Research 35, 1–19.
 * @example relativeWeightsFromMoments({ n: 4, origin: [0, 0], sums: [10, 12], products: [[30, 36], [36, 44]] }, { outcome: 1, predictors: [0] }) // { r2: 0.90000…, predictors: [{ weight: 0.90000…, share: 1 }] }
 */
export function relativeWeightsFromMoments(moments: CrossMoments, { outcome, predictors }: Variables): Outcome<RelativeWeights> {
  const k = predictors.length;
  if (k < 1) throw new RangeError('relative weights take at least one predictor');
  if (moments.n < k + 2) return insufficient(moments.n, k + 2);
  const correlation = correlationOf(selectItems(moments, [...predictors, outcome]));
  if (!isDetermined(correlation)) return correlation;
  const among = correlation.matrix.slice(0, k).map((row) => row.slice(0, k));
  const collinear = collinearColumns(among);
  if (collinear.length > 0) return undetermined(moments.n, 'singular', collinear);
  const withOutcome = correlation.matrix[k]!.slice(0, k);
  const weights = weightsOf(among, withOutcome);
  const r2 = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    kind: 'relative-weights',
    n: moments.n,
    r2,
    predictors: weights.map((weight, i) => ({ weight, share: r2 > nothing ? weight / r2 : null, correlation: withOutcome[i]! })),
    method: { weights: 'orthogonal counterpart of the predictors' },
  };
}

/** Λ is the symmetric root of the correlations among predictors, β = Λ⁻¹r the coefficients of their orthogonal counterpart: the weights are Λ²β², by element. */
function weightsOf(among: readonly (readonly number[])[], withOutcome: readonly number[]): number[] {
  const { values, vectors } = symmetricEigen(among);
  const places = [...values.keys()];
  const roots = values.map((value) => Math.sqrt(Math.max(0, value)));
  const turned = places.map((c) => vectors.reduce((sum, row, i) => sum + row[c]! * withOutcome[i]!, 0) / roots[c]!);
  const squaredCoefficients = vectors.map((row) => places.reduce((sum, c) => sum + row[c]! * turned[c]!, 0) ** 2);
  const share = (i: number, j: number): number => places.reduce((sum, c) => sum + vectors[i]![c]! * roots[c]! * vectors[j]![c]!, 0) ** 2;
  return vectors.map((_, i) => squaredCoefficients.reduce((sum, square, j) => sum + share(i, j) * square, 0));
}
