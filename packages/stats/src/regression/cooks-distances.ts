import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { fitRows } from './row-fit.ts';

/** How far all fitted values would move if a row were left out. */
export interface CooksDistances {
  readonly kind: 'cooks-distances';
  readonly n: number;
  /** per row; above 1 (some say 4/n) a row deserves a look */
  readonly distances: readonly number[];
  readonly largest: number;
}

/**
 * Cook's distances of ordinary least squares: e² h / ((k + 1) σ² (1 − h)²) with residual e and leverage h. A row with leverage 1 leaves
 * them `singular`; else insufficient and undetermined as `linearRegression`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Cook (1977), Technometrics 19, 15–18.
 * @example cooksDistances([[1], [2], [3], [4]], [1, 3, 3, 5]) // { n: 4, distances: [0.3888…, 0.2755…, 0.2755…, 0.3888…], largest: 0.3888… }
 */
export function cooksDistances(x: readonly (readonly number[])[], y: ArrayLike<number>): Outcome<CooksDistances> {
  const fit = fitRows(x, y);
  if (!isDetermined(fit)) return fit;
  const { n, coefficients, residuals, leverages, residualSquares } = fit;
  if (residualSquares === 0) return undetermined(n, 'no-variation');
  if (leverages.some((leverage) => leverage > 1 - 1e-10)) return undetermined(n, 'singular');
  const scale = coefficients.length * (residualSquares / (n - coefficients.length));
  const distances = residuals.map((e, i) => (e ** 2 * leverages[i]!) / (scale * (1 - leverages[i]!) ** 2));
  return { kind: 'cooks-distances', n, distances, largest: distances.reduce((most, distance) => Math.max(most, distance), 0) };
}
