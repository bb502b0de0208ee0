import { invert } from '../matrix/decompositions.ts';
import { constantItems, correlationOf, covarianceOf, meansOf, selectItems, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Insufficient, type Outcome, type Undetermined } from '../result/outcome.ts';
import { collinearColumns } from './collinear-columns.ts';

/** Which items of the moments are explained by which. */
export interface Variables {
  /** item that is explained, from 0 */
  readonly outcome: number;
  /** items that explain it, from 0 */
  readonly predictors: readonly number[];
}

/** The line of least squares; the intercept is the first of `coefficients` and of both sides of `inverse`. */
export interface LeastSquares {
  readonly kind: 'least-squares';
  readonly n: number;
  readonly coefficients: readonly number[];
  /** (XᵀX)⁻¹ with the column of ones: times σ² it is the covariance of the coefficients */
  readonly inverse: readonly (readonly number[])[];
  /** means of the predictors */
  readonly means: readonly number[];
  /** squared deviations of the outcome from the line and from its mean */
  readonly residualSquares: number;
  readonly totalSquares: number;
}

/**
 * Least squares with an intercept from sums and cross-products. Needs one observation more than coefficients; a constant outcome is
 * undetermined (`constant`), predictors that are constant or follow from those before them are `singular`, with their positions in
 * `predictors`. Throws RangeError without predictors and for items that are not there.
 * Source: Draper, Smith (1998), Applied Regression Analysis, 3rd ed., chapter 5.
 * @example leastSquaresOf({ n: 4, origin: [0, 0], sums: [10, 12], products: [[30, 36], [36, 44]] }, { outcome: 1, predictors: [0] }) // { n: 4, coefficients: [0.00000…, 1.20000…], residualSquares: 0.80000…, totalSquares: 8 }
 */
export function leastSquaresOf(moments: CrossMoments, { outcome, predictors }: Variables): Outcome<LeastSquares> {
  const k = predictors.length;
  if (k === 0) throw new RangeError('a regression needs a predictor');
  const { n } = moments;
  if (n < k + 2) return insufficient(n, k + 2);
  const chosen = selectItems(moments, [...predictors, outcome]);
  const fault = faultOf(chosen, k);
  if (fault !== null) return fault;
  const covariance = covarianceOf(chosen);
  const means = meansOf(chosen);
  const slopesInverse = inverseOfCovariance(covariance.slice(0, k));
  if (slopesInverse === null) return undetermined(n, 'singular');
  const slopes = slopesInverse.map((row) => row.reduce((sum, cell, j) => sum + cell * covariance[j]![k]!, 0));
  const explained = slopes.reduce((sum, slope, j) => sum + slope * covariance[j]![k]!, 0);
  const predictorMeans = means.slice(0, k);
  return {
    kind: 'least-squares',
    n,
    coefficients: [means[k]! - dot(predictorMeans, slopes), ...slopes],
    inverse: withIntercept(
      slopesInverse.map((row) => row.map((cell) => cell / (n - 1))),
      predictorMeans,
      n,
    ),
    means: predictorMeans,
    residualSquares: Math.max(0, (covariance[k]![k]! - explained) * (n - 1)),
    totalSquares: covariance[k]![k]! * (n - 1),
  };
}

function faultOf(chosen: CrossMoments, k: number): Insufficient | Undetermined | null {
  const constant = constantItems(chosen);
  if (constant.includes(k)) return undetermined(chosen.n, 'constant');
  if (constant.length > 0) return undetermined(chosen.n, 'singular', constant);
  const correlation = correlationOf(chosen);
  if (!isDetermined(correlation)) return correlation;
  const collinear = collinearColumns(correlation.matrix.slice(0, k).map((row) => row.slice(0, k)));
  return collinear.length === 0 ? null : undetermined(chosen.n, 'singular', collinear);
}

/** Inverse of the leading square, in correlations so that units do not matter. */
function inverseOfCovariance(covariance: readonly (readonly number[])[]): number[][] | null {
  const sd = covariance.map((row, i) => Math.sqrt(row[i]!));
  const inverse = invert(covariance.map((row, i) => sd.map((own, j) => row[j]! / (sd[i]! * own))));
  return inverse === null ? null : inverse.map((row, i) => row.map((cell, j) => cell / (sd[i]! * sd[j]!)));
}

/** (XᵀX)⁻¹ with a column of ones, from that of the deviations. */
function withIntercept(slopesInverse: readonly (readonly number[])[], means: readonly number[], n: number): number[][] {
  const border = slopesInverse.map((row) => -dot(row, means));
  return [[1 / n - dot(border, means), ...border], ...slopesInverse.map((row, i) => [border[i]!, ...row])];
}

/**
 * Sum of the products of two lists of the same length.
 * @example dot([1, 2], [3, 4]) // 11
 */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
