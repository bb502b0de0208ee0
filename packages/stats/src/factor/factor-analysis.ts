import { multiply, transpose } from '../matrix/products.ts';
import { correlationOf, crossMomentsOf, type CorrelationMatrix, type CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { arrangeFactors } from './arrange-factors.ts';
import type { Extraction, Matrix } from './extraction.ts';
import { factorFit, type FactorFit } from './factor-fit.ts';
import { heywoodItems } from './heywood.ts';
import { isSingular } from './is-singular.ts';
import { maximumLikelihoodFactors } from './maximum-likelihood-factors.ts';
import { minimumResidualFactors } from './minimum-residual-factors.ts';
import { principalAxisFactors } from './principal-axis-factors.ts';
import { chosenRotation, rotate, type ChosenRotation, type Rotation } from './rotation.ts';

/** Common factors behind the correlations of items. */
export interface FactorAnalysis {
  readonly kind: 'factor-analysis';
  readonly n: number;
  readonly factors: number;
  /** `pattern[item][factor]`, factors by their sum of squared loadings, each turned so that its loadings do not sum below 0 */
  readonly pattern: Matrix;
  /** identity for orthogonal rotations */
  readonly factorCorrelations: Matrix;
  /** pattern · factorCorrelations: correlations of items and factors */
  readonly structure: Matrix;
  /** share of each item's variance that the factors explain */
  readonly communalities: readonly number[];
  readonly uniquenesses: readonly number[];
  /** per factor, its share in the variance of all items */
  readonly proportions: readonly number[];
  /** items (from 0) without variance of their own: the solution is improper */
  readonly heywood: readonly number[];
  readonly fit: FactorFit;
  readonly method: {
    readonly extraction: ExtractionMethod;
    readonly rotation: ChosenRotation;
    readonly order: 'sum of squared loadings';
    readonly sign: 'sum of loadings not negative';
  };
}

const extractions = {
  'minimum-residual': minimumResidualFactors,
  'principal-axis': principalAxisFactors,
  'maximum-likelihood': maximumLikelihoodFactors,
} satisfies Record<string, (correlation: Matrix, factors: number) => Extraction | null>;

/** How factors are found: least squares of the residuals, iterated communalities, or maximum likelihood. */
export type ExtractionMethod = keyof typeof extractions;

/** How many factors, and how they are found (minimum residual) and rotated (oblimin unless said). */
export interface FactorAnalysisOptions {
  readonly factors: number;
  readonly extraction?: ExtractionMethod;
  readonly rotation?: Rotation;
}

/**
 * Exploratory factor analysis of a correlation matrix, Pearson's or another (polychoric). A singular matrix under maximum likelihood, and
 * iterations without end, are undetermined. Sources at `minimumResidualFactors`, `principalAxisFactors`, `maximumLikelihoodFactors`,
 * `varimax`, `promax`, `oblimin`. Throws RangeError unless there is at least one factor and ((p − k)² − p − k)/2 is not negative.
 * @example factorAnalysisOfCorrelation({ n: 100, matrix: [[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]] }, { factors: 1 }) // { kind: 'factor-analysis', n: 100, pattern: [[0.7000…], [0.6000…], [0.5000…]], communalities: [0.4900…, 0.3600…, 0.2500…], fit: { df: 0 } }
 */
export function factorAnalysisOfCorrelation(
  { n, matrix }: Pick<CorrelationMatrix, 'n' | 'matrix'>,
  { factors, extraction = 'minimum-residual', rotation = { kind: 'oblimin' } }: FactorAnalysisOptions,
): Outcome<FactorAnalysis> {
  requireIdentified(matrix.length, factors);
  if (extraction === 'maximum-likelihood' && isSingular(matrix)) return undetermined(n, 'singular');
  const chosen = chosenRotation(rotation);
  const extracted = extractions[extraction](matrix, factors);
  const rotated = extracted && rotate(extracted.loadings, chosen);
  if (extracted === null || rotated === null) return undetermined(n, 'not-converged');
  const { pattern, factorCorrelations } = arrangeFactors(rotated);
  const structure = multiply(pattern, factorCorrelations);
  const common = multiply(structure, transpose(pattern));
  const communalities = common.map((row, i) => row[i]!);
  const uniquenesses = communalities.map((communality) => 1 - communality);
  return {
    kind: 'factor-analysis',
    n,
    factors,
    pattern,
    factorCorrelations,
    structure,
    communalities,
    uniquenesses,
    proportions: proportionsOf(pattern, structure),
    heywood: heywoodItems(extracted.uniquenesses),
    fit: factorFit(matrix, { n, factors, common }),
    method: { extraction, rotation: chosen, order: 'sum of squared loadings', sign: 'sum of loadings not negative' },
  };
}

/**
 * Exploratory factor analysis of the Pearson correlations of cross-moments, see `factorAnalysisOfCorrelation`: the same cost for a
 * thousand answers and for a billion. Fewer than two observations are insufficient; a constant item is undetermined.
 * @example factorAnalysisFromMoments({ n: 100, origin: [0, 0, 0], sums: [0, 0, 0], products: [[100, 42, 35], [42, 100, 30], [35, 30, 100]] }, { factors: 1 }) // { n: 100, uniquenesses: [0.5100…, 0.6400…, 0.7500…] }
 */
export function factorAnalysisFromMoments(moments: CrossMoments, options: FactorAnalysisOptions): Outcome<FactorAnalysis> {
  const correlation = correlationOf(moments);
  return isDetermined(correlation) ? factorAnalysisOfCorrelation(correlation, options) : correlation;
}

/**
 * Exploratory factor analysis of complete rows, one column per item, see `factorAnalysisOfCorrelation`.
 * @example factorAnalysis([[1, 2, 3]], { factors: 1 }) // { kind: 'insufficient', n: 1, needed: 2 }
 */
export function factorAnalysis(rows: readonly (readonly number[])[], options: FactorAnalysisOptions): Outcome<FactorAnalysis> {
  return factorAnalysisFromMoments(crossMomentsOf(rows), options);
}

function requireIdentified(items: number, factors: number): void {
  if (!Number.isInteger(factors) || factors < 1) throw new RangeError(`at least one factor is needed: ${factors}`);
  if (factors >= items || (items - factors) ** 2 < items + factors)
    throw new RangeError(`${items} items do not identify ${factors} factors`);
}

function proportionsOf(pattern: Matrix, structure: Matrix): number[] {
  return (pattern[0] ?? []).map(
    (_, factor) => pattern.reduce((sum, row, i) => sum + row[factor]! * structure[i]![factor]!, 0) / pattern.length,
  );
}
