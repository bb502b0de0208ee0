import { correlationOf, crossMomentsOf, selectItems, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { collinearColumns } from './collinear-columns.ts';
import { subsetR2 } from './subset-r2.ts';
import type { Variables } from './least-squares.ts';

/** How the explained share of an outcome divides among its predictors: derived importance. */
export interface RelativeImportance {
  readonly kind: 'relative-importance';
  readonly n: number;
  readonly r2: number;
  readonly predictors: readonly PredictorImportance[];
  readonly method: { readonly lmg: 'Shapley value of R² over all orders' };
}

/** One predictor's share by several measures. */
export interface PredictorImportance {
  /** mean increase of R² when the predictor enters, over all orders; these sum to R² */
  readonly lmg: number;
  /** the same as a share of R²; null where nothing is explained */
  readonly lmgShare: number | null;
  /** R² of the predictor alone, and its increase when it enters last */
  readonly first: number;
  readonly last: number;
  /** standardised coefficient, and its product with the correlation (Pratt): these sum to R² and may be negative */
  readonly beta: number;
  readonly pratt: number;
}

/** An R² up to here is rounding. */
const nothing = 1e-12;

/** All 2ᵏ subsets are looked at. */
const mostPredictors = 20;

/**
 * Relative importance of the columns of `x` for `y` after Lindeman, Merenda and Gold. Needs one row more than coefficients; constant and collinear
 * columns are named. Throws RangeError for more than 20 predictors or none, unequal lengths, NaN and infinities.
 * Source: Lindeman, Merenda, Gold (1980), Introduction to Bivariate and Multivariate Analysis, 119 ff.; Grömping (2006), Journal of
 * Statistical Software 17(1); Pratt (1987), in Proceedings of the Second International Tampere Conference in Statistics, 245–260.
 * @example relativeImportance([[1, 2], [2, 1], [3, 4], [4, 3], [5, 6]], [1, 2, 3, 5, 4]) // { r2: 0.89333…, predictors: [{ first: 0.81000…, last: 0.56225… }, { first: 0.33108…, last: 0.08333… }] }
 */
export function relativeImportance(x: readonly (readonly number[])[], y: ArrayLike<number>): Outcome<RelativeImportance> {
  requireSameLength(x, y);
  if (x.length === 0) return insufficient(0, 3);
  const moments = crossMomentsOf(x.map((row, i) => [...row, y[i]!]));
  const outcome = Math.max(0, moments.origin.length - 1);
  return relativeImportanceFromMoments(moments, { outcome, predictors: Array.from({ length: outcome }, (_, column) => column) });
}

/**
 * Relative importance from mergeable sums and cross-products.
 * @example relativeImportanceFromMoments({ n: 4, origin: [0, 0], sums: [10, 12], products: [[30, 36], [36, 44]] }, { outcome: 1, predictors: [0] }) // { r2: 0.90000…, predictors: [{ lmg: 0.90000…, lmgShare: 1, beta: 0.94868… }] }
 */
export function relativeImportanceFromMoments(moments: CrossMoments, { outcome, predictors }: Variables): Outcome<RelativeImportance> {
  const k = predictors.length;
  if (k < 1 || k > mostPredictors) throw new RangeError(`relative importance takes 1 to ${mostPredictors} predictors`);
  if (moments.n < k + 2) return insufficient(moments.n, k + 2);
  const correlation = correlationOf(selectItems(moments, [...predictors, outcome]));
  if (!isDetermined(correlation)) return correlation;
  const collinear = collinearColumns(correlation.matrix.slice(0, k).map((row) => row.slice(0, k)));
  if (collinear.length > 0) return undetermined(moments.n, 'singular', collinear);
  const { r2, betas } = subsetR2(correlation.matrix);
  const all = 2 ** k - 1;
  return {
    kind: 'relative-importance',
    n: moments.n,
    r2: r2[all]!,
    predictors: betas.map((beta, i) => {
      const lmg = shapleyValue(r2, i, k);
      const last = r2[all]! - r2[all - 2 ** i]!;
      return {
        lmg,
        lmgShare: r2[all]! > nothing ? lmg / r2[all]! : null,
        first: r2[2 ** i]!,
        last,
        beta,
        pratt: beta * correlation.matrix[i]![k]!,
      };
    }),
    method: { lmg: 'Shapley value of R² over all orders' },
  };
}

/** Σ |S|! (k − 1 − |S|)! / k! · (R²(S ∪ i) − R²(S)) over the subsets S without i. */
function shapleyValue(r2: Float64Array, own: number, k: number): number {
  const weights = [1 / k];
  for (let size = 1; size < k; size++) weights.push((weights[size - 1]! * size) / (k - size));
  const bit = 2 ** own;
  let value = 0;
  for (let subset = 0; subset < r2.length; subset++) {
    if ((subset & bit) === 0) value += weights[countBits(subset)]! * (r2[subset + bit]! - r2[subset]!);
  }
  return value;
}

function countBits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
