import { crossMomentsOf } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { dot, leastSquaresOf, type LeastSquares } from './least-squares.ts';

/** Least squares with what needs the rows: robust errors and diagnostics stand on it. */
export interface RowFit extends Omit<LeastSquares, 'kind'> {
  readonly kind: 'row-fit';
  readonly residuals: readonly number[];
  /** diagonal of the hat matrix: the weight of a row in its own fitted value */
  readonly leverages: readonly number[];
  /** per row (XᵀX)⁻¹ times its design, intercept first: times the residual, what the row contributes to the coefficients */
  readonly influences: readonly (readonly number[])[];
}

/**
 * Least squares of `y` on the columns of `x` with an intercept, corrected once by its own residuals, so that it keeps the digits of an
 * orthogonal decomposition. Insufficient and undetermined as `leastSquaresOf`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Björck (1987), Linear Algebra and its Applications 88/89, 31–48 (corrected seminormal equations).
 * @example fitRows([[1], [2], [3], [4]], [1, 3, 3, 5]) // { coefficients: [0.00000…, 1.20000…], leverages: [0.70000…, 0.30000…, 0.30000…, 0.70000…], residuals: [-0.20000…, 0.60000…, -0.60000…, 0.20000…] }
 */
export function fitRows(x: readonly (readonly number[])[], y: ArrayLike<number>): Outcome<RowFit> {
  requireSameLength(x, y);
  if (x.length === 0) return insufficient(0, 3);
  const moments = crossMomentsOf(x.map((row, i) => [...row, y[i]!]));
  const outcome = Math.max(0, moments.origin.length - 1);
  const fit = leastSquaresOf(moments, { outcome, predictors: Array.from({ length: outcome }, (_, column) => column) });
  if (!isDetermined(fit)) return fit;
  const design = influencesOf(x, fit);
  const coefficients = corrected(fit.coefficients, residualsOf(x, y, fit.coefficients), design.influences);
  const residuals = residualsOf(x, y, coefficients);
  return { ...fit, kind: 'row-fit', coefficients, residuals, residualSquares: dot(residuals, residuals), ...design };
}

function residualsOf(x: readonly (readonly number[])[], y: ArrayLike<number>, [intercept = 0, ...slopes]: readonly number[]): number[] {
  return x.map((row, i) => y[i]! - intercept - dot(slopes, row));
}

function corrected(coefficients: readonly number[], residuals: readonly number[], influences: readonly (readonly number[])[]): number[] {
  const next = [...coefficients];
  for (const [i, influence] of influences.entries()) for (let j = 0; j < next.length; j++) next[j]! += influence[j]! * residuals[i]!;
  return next;
}

/** From deviations from the means, so that large offsets cost no digits. */
function influencesOf(x: readonly (readonly number[])[], { n, inverse, means }: LeastSquares): Pick<RowFit, 'influences' | 'leverages'> {
  const slopesInverse = inverse.slice(1).map((row) => row.slice(1));
  const leverages: number[] = [];
  const influences = x.map((row) => {
    const deviations = row.map((value, j) => value - means[j]!);
    const slopes = slopesInverse.map((cells) => dot(cells, deviations));
    leverages.push(1 / n + dot(slopes, deviations));
    return [1 / n - dot(slopes, means), ...slopes];
  });
  return { influences, leverages };
}
