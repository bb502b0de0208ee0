import { symmetricEigen } from '../matrix/decompositions.ts';
import { loadingsOf, type Extraction, type Matrix } from './extraction.ts';
import { smallestUniqueness } from './heywood.ts';
import { spectralHessian, spectralSafeHessian } from './spectral-derivatives.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';
import { searchWithinBorders, type Curve } from './uniqueness-search.ts';

/**
 * Maximum-likelihood factors of a correlation matrix: uniquenesses ψ that minimise Σ (λ − ln λ − 1) over the smallest eigenvalues λ of
 * Ψ^-½RΨ^-½, by Newton's method in ln ψ with exact second derivatives, ψ kept within 0.005..1. Loadings make L′Ψ⁻¹L diagonal. `null`
 * when the matrix is singular or the search does not end. Source: Lawley (1940), Proceedings of the Royal Society of Edinburgh 60, 64–82;
 * Jöreskog (1967), Psychometrika 32, 443–482; Clarke (1970), British Journal of Mathematical and Statistical Psychology 23, 43–52.
 * @example maximumLikelihoodFactors([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]], 1)?.loadings // [[0.7000…], [0.6000…], [0.5000…]]
 */
export function maximumLikelihoodFactors(correlation: Matrix, factors: number): Extraction | null {
  const multiple = squaredMultipleCorrelations(correlation);
  if (multiple === null) return null;
  const keep = 1 - factors / (2 * correlation.length);
  const start = multiple.map((square) => Math.log(keep * (1 - square)));
  const found = searchWithinBorders((logs) => likelihoodCurve(correlation, factors, logs), {
    start,
    low: Math.log(smallestUniqueness),
    high: 0,
  });
  if (found === null) return null;
  const roots = found.point.map((log) => Math.exp(log / 2));
  const { values, vectors } = symmetricEigen(scaledBy(correlation, roots));
  const standardised = loadingsOf(
    vectors,
    values.slice(0, factors).map((value) => value - 1),
  );
  const loadings = standardised.map((row, i) => row.map((loading) => loading * roots[i]!));
  return { loadings, uniquenesses: roots.map((root) => root ** 2), iterations: found.steps };
}

/** Ψ^-½RΨ^-½ */
const scaledBy = (correlation: Matrix, roots: readonly number[]): number[][] =>
  correlation.map((row, i) => row.map((cell, j) => cell / (roots[i]! * roots[j]!)));

/**
 * Σ (λ − ln λ − 1) over the smallest eigenvalues λ of Ψ^-½RΨ^-½ by ln ψ, with its derivatives; `null` unless all are positive.
 * @example likelihoodCurve([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]], 1, [0.51, 0.64, 0.75].map(Math.log))?.value // 0.0000…
 */
export function likelihoodCurve(correlation: Matrix, factors: number, logs: readonly number[]): Curve | null {
  const eigen = symmetricEigen(
    scaledBy(
      correlation,
      logs.map((log) => Math.exp(log / 2)),
    ),
  );
  const { values, vectors } = eigen;
  if (!(values[values.length - 1]! > 0)) return null;
  const unique = values.map((value, m) => (m < factors ? 0 : value));
  return {
    value: unique.slice(factors).reduce((sum, value) => sum + value - Math.log(value) - 1, 0),
    gradient: vectors.map((row) => row.reduce((sum, weight, m) => (m < factors ? sum : sum + (1 - values[m]!) * weight ** 2), 0)),
    hessian: () =>
      spectralHessian(eigen, factors, {
        inner: [() => 1, (value) => value],
        cross: (own, common) => ((1 - own) * (own + common)) / (common - own),
      }),
    safeHessian: () => spectralSafeHessian(vectors, factors),
  };
}
