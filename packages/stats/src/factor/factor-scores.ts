import { invert } from '../matrix/decompositions.ts';
import { multiply, transpose } from '../matrix/products.ts';
import { correlationOf, covarianceOf, crossMomentsOf, meansOf } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import type { Matrix } from './extraction.ts';
import type { FactorAnalysis } from './factor-analysis.ts';
import { isSingular } from './is-singular.ts';

/** Values of the factors for rows of items. */
export interface FactorScores {
  readonly kind: 'factor-scores';
  readonly n: number;
  /** `scores[row][factor]` */
  readonly scores: Matrix;
  /** standardised items (n − 1) times these give the scores; `weights[item][factor]` */
  readonly weights: Matrix;
  /** of the scores, with n − 1: below 1 for regression, above 1 for Bartlett's */
  readonly standardDeviations: readonly number[];
  readonly method: FactorScoreMethod;
}

/** Thurstone's regression scores lie nearest to the factors; Bartlett's are unbiased. */
export type FactorScoreMethod = 'regression' | 'bartlett';

/** The parts of a factor solution that scores are made of. */
export type FactorSolution = Pick<FactorAnalysis, 'pattern' | 'structure' | 'uniquenesses'>;

/**
 * Weights of standardised items in factor scores. Regression: R⁻¹ · structure (R⁻¹L for uncorrelated factors). Bartlett's:
 * U⁻¹L(L′U⁻¹L)⁻¹ with uniquenesses U, which are kept above 0.005. `null` when R, or L′U⁻¹L, is singular. Source: Thurstone (1935), The
 * Vectors of Mind, ch. 10; Bartlett (1937), British Journal of Psychology 28, 97–104.
 * @example factorScoreWeights([[1, 0.42], [0.42, 1]], { pattern: [[0.7], [0.6]], structure: [[0.7], [0.6]], uniquenesses: [0.51, 0.64] }, 'bartlett') // [[0.9010…], [0.6154…]]
 */
export function factorScoreWeights(
  correlation: Matrix,
  { pattern, structure, uniquenesses }: FactorSolution,
  method: FactorScoreMethod,
): number[][] | null {
  if (method === 'regression') {
    const inverse = isSingular(correlation) ? null : invert(correlation);
    return inverse && multiply(inverse, structure);
  }
  const weighted = pattern.map((row, i) => row.map((loading) => loading / Math.max(0.005, uniquenesses[i]!)));
  const spread = invert(multiply(transpose(pattern), weighted));
  return spread && multiply(weighted, spread);
}

/**
 * Factor scores of the rows that a factor analysis was made from, standardised by their own means and standard deviations (n − 1). Fewer
 * than two rows are insufficient; a constant item and linearly dependent items are undetermined. See `factorScoreWeights`. Throws
 * RangeError when the solution has another number of items.
 * @example factorScores([[1, 2], [2, 1], [4, 3]], { pattern: [[0.7], [0.6]], structure: [[0.7], [0.6]], uniquenesses: [0.51, 0.64] }, 'regression') // { kind: 'factor-scores', n: 3, scores: [[-0.4692…], [-0.3653…], [0.8346…]] }
 */
export function factorScores(
  rows: readonly (readonly number[])[],
  solution: FactorSolution,
  method: FactorScoreMethod,
): Outcome<FactorScores> {
  const moments = crossMomentsOf(rows);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  if (correlation.matrix.length !== solution.pattern.length) throw new RangeError(`the solution has ${solution.pattern.length} items`);
  const weights = factorScoreWeights(correlation.matrix, solution, method);
  if (weights === null) return undetermined(moments.n, 'singular');
  const means = meansOf(moments);
  const deviations = covarianceOf(moments).map((row, i) => Math.sqrt(row[i]!));
  const standardised = rows.map((row) => row.map((value, i) => (value - means[i]!) / deviations[i]!));
  const variances = multiply(transpose(weights), multiply(correlation.matrix, weights));
  return {
    kind: 'factor-scores',
    n: moments.n,
    scores: multiply(standardised, weights),
    weights,
    standardDeviations: variances.map((row, factor) => Math.sqrt(Math.max(0, row[factor]!))),
    method,
  };
}
