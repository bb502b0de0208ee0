import { symmetricEigen } from '../matrix/decompositions.ts';
import { loadingsOf, type Extraction, type Matrix } from './extraction.ts';
import { smallestUniqueness } from './heywood.ts';
import { spectralHessian, spectralSafeHessian } from './spectral-derivatives.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';
import { searchWithinBorders, type Curve } from './uniqueness-search.ts';

/**
 * Minimum-residual factors of a correlation matrix: least squares of its off-diagonal residuals, which is ½ Σ γ² over the smallest
 * eigenvalues γ of R − Ψ at its minimum in the uniquenesses ψ; Newton's method with exact second derivatives, ψ kept within 0.005..1.
 * Loadings make L′L diagonal. A singular matrix is no obstacle. `null` when the search does not end. Source: Harman and Jones (1966),
 * Psychometrika 31, 351–368; Jöreskog (1977), in Statistical Methods for Digital Computers, 125–153.
 * @example minimumResidualFactors([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]], 1)?.loadings // [[0.7000…], [0.6000…], [0.5000…]]
 */
export function minimumResidualFactors(correlation: Matrix, factors: number): Extraction | null {
  const start = (squaredMultipleCorrelations(correlation) ?? correlation.map(() => 0.5)).map((square) => 1 - square);
  const found = searchWithinBorders((point) => residualCurve(correlation, factors, point), { start, low: smallestUniqueness, high: 1 });
  if (found === null) return null;
  const { values, vectors } = symmetricEigen(reducedBy(correlation, found.point));
  return { loadings: loadingsOf(vectors, values.slice(0, factors)), uniquenesses: found.point, iterations: found.steps };
}

/** R − Ψ */
const reducedBy = (correlation: Matrix, uniquenesses: readonly number[]): number[][] =>
  correlation.map((row, i) => row.map((cell, j) => (i === j ? cell - uniquenesses[i]! : cell)));

/**
 * ½ Σ γ² over the smallest eigenvalues γ of R − Ψ by the uniquenesses ψ, with its derivatives.
 * @example residualCurve([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]], 1, [0.51, 0.64, 0.75]).value // 0.0000…
 */
export function residualCurve(correlation: Matrix, factors: number, uniquenesses: readonly number[]): Curve {
  const eigen = symmetricEigen(reducedBy(correlation, uniquenesses));
  const { values, vectors } = eigen;
  return {
    value: values.slice(factors).reduce((sum, value) => sum + value ** 2 / 2, 0),
    gradient: vectors.map((row) => -row.reduce((sum, weight, m) => (m < factors ? sum : sum + values[m]! * weight ** 2), 0)),
    hessian: () => spectralHessian(eigen, factors, { inner: [() => 1, () => 1], cross: (own, common) => (2 * own) / (own - common) }),
    safeHessian: () => spectralSafeHessian(vectors, factors),
  };
}
