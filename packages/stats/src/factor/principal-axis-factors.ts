import { symmetricEigen } from '../matrix/decompositions.ts';
import { loadingsOf, type Extraction, type Matrix } from './extraction.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

const mostRounds = 5000;
const smallestChange = 1e-10;

/**
 * Iterated principal-axis factors of a correlation matrix: communalities on its diagonal, from squared multiple correlations on, replaced
 * by those of the leading eigenvectors until none changes by 1e-10. Loadings make L′L diagonal. A communality above 1 is kept: it is a
 * Heywood case. `null` when 5,000 rounds did not suffice. Source: Thomson (1934), British Journal of Educational Psychology 4, 92–99;
 * Harman (1976), Modern Factor Analysis, 3rd ed., ch. 8.
 * @example principalAxisFactors([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]], 1)?.loadings // [[0.7000…], [0.6000…], [0.5000…]]
 */
export function principalAxisFactors(correlation: Matrix, factors: number): Extraction | null {
  let communalities = squaredMultipleCorrelations(correlation) ?? correlation.map(() => 0.5);
  for (let iterations = 1; iterations <= mostRounds; iterations++) {
    const reduced = correlation.map((row, i) => row.map((cell, j) => (i === j ? communalities[i]! : cell)));
    const { values, vectors } = symmetricEigen(reduced);
    const loadings = loadingsOf(vectors, values.slice(0, factors));
    const next = loadings.map((row) => row.reduce((sum, loading) => sum + loading ** 2, 0));
    if (next.every((communality, i) => Math.abs(communality - communalities[i]!) < smallestChange))
      return { loadings, uniquenesses: next.map((communality) => 1 - communality), iterations };
    communalities = next;
  }
  return null;
}
