import { squaredMultipleCorrelations } from '../factor/squared-multiple-correlations.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { itemsOfScale, sumVaries, totalOf } from './scale-sums.ts';

/** Guttman's lower bounds of the reliability of a sum of standardised items. λ₄ is `splitHalf` with its best split. */
export interface GuttmanLambdas {
  readonly kind: 'guttman-lambdas';
  readonly n: number;
  readonly items: number;
  readonly lambda1: number;
  readonly lambda2: number;
  /** equals standardised α */
  readonly lambda3: number;
  readonly lambda5: number;
  /** `null` when items are linearly dependent */
  readonly lambda6: number | null;
  readonly method: { readonly matrix: 'correlation' };
}

/**
 * Guttman's λ₁, λ₂, λ₃, λ₅ and λ₆ on the correlation matrix from cross-moments; λ₆ rests on squared multiple correlations. Fewer than
 * two observations are insufficient; a constant item, or a sum that does not vary, leaves them undetermined. Source: Guttman (1945),
 * Psychometrika 10, 255–282. Throws RangeError for fewer than two items.
 * @example guttmanLambdasFromMoments({ n: 4, origin: [0, 0], sums: [14, 17], products: [[54, 62], [62, 75]] }) // { lambda1: 0.4027…, lambda2: 0.8054…, lambda3: 0.8054… }
 */
export function guttmanLambdasFromMoments(moments: CrossMoments): Outcome<GuttmanLambdas> {
  const { n } = moments;
  if (n < 2) return insufficient(n, 2);
  const items = itemsOfScale(moments);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const { matrix } = correlation;
  if (!sumVaries(matrix)) return undetermined(n, 'no-variation');
  const total = totalOf(matrix);
  const sharedSquares = matrix.map((row) => row.reduce((sum, r) => sum + r * r, -1));
  const lambda1 = 1 - items / total;
  return {
    kind: 'guttman-lambdas',
    n,
    items,
    lambda1,
    lambda2: lambda1 + Math.sqrt((items / (items - 1)) * sharedSquares.reduce((sum, squares) => sum + squares, 0)) / total,
    lambda3: (items / (items - 1)) * lambda1,
    lambda5: lambda1 + (2 * Math.sqrt(Math.max(0, ...sharedSquares))) / total,
    lambda6: lambdaSix(matrix, total),
    method: { matrix: 'correlation' },
  };
}

/**
 * Guttman's lower bounds of complete rows, one column per item, see `guttmanLambdasFromMoments`.
 * @example guttmanLambdas([[2, 3], [4, 4], [3, 5], [5, 5]]) // { kind: 'guttman-lambdas', n: 4, items: 2, lambda6: 0.6741… }
 */
export function guttmanLambdas(rows: readonly (readonly number[])[]): Outcome<GuttmanLambdas> {
  return guttmanLambdasFromMoments(crossMomentsOf(rows));
}

function lambdaSix(matrix: readonly (readonly number[])[], total: number): number | null {
  const multiple = squaredMultipleCorrelations(matrix);
  return multiple && 1 - multiple.reduce((sum, square) => sum + 1 - square, 0) / total;
}
