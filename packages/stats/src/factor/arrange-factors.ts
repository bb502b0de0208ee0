import type { Oblique } from './oblimin.ts';

/**
 * Factors in a fixed order and direction, which rotation leaves open: by their sum of squared pattern loadings, largest first, each
 * turned so that its loadings do not sum below 0. The correlations of the factors follow.
 * @example arrangeFactors({ pattern: [[0.1, -0.8], [0.2, -0.7]], factorCorrelations: [[1, 0.3], [0.3, 1]] }) // { pattern: [[0.8, 0.1], [0.7, 0.2]], factorCorrelations: [[1, -0.3], [-0.3, 1]] }
 */
export function arrangeFactors({ pattern, factorCorrelations }: Oblique): Oblique {
  const columns = (pattern[0] ?? []).map((_, factor) => pattern.map((row) => row[factor]!));
  const strengths = columns.map((column) => column.reduce((sum, loading) => sum + loading ** 2, 0));
  const signs = columns.map((column) => (column.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1));
  const order = [...strengths.keys()].sort((a, b) => strengths[b]! - strengths[a]!);
  return {
    pattern: pattern.map((row) => order.map((factor) => signs[factor]! * row[factor]!)),
    factorCorrelations: order.map((a) => order.map((b) => signs[a]! * signs[b]! * factorCorrelations[a]![b]!)),
  };
}
