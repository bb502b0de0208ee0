import { symmetricEigen } from '../matrix/decompositions.ts';
import { correlationOf, covarianceOf, crossMomentsOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';

/** Uncorrelated linear combinations of items, the one of largest variance first. */
export interface PrincipalComponents {
  readonly kind: 'principal-components';
  readonly n: number;
  /** variances of the components, descending */
  readonly eigenvalues: readonly number[];
  /** of the total variance */
  readonly proportions: readonly number[];
  readonly cumulative: readonly number[];
  /** `vectors[item][component]`, of length 1; the largest component of each is positive */
  readonly vectors: readonly (readonly number[])[];
  /** `vectors` times the standard deviation of the component: of a correlation matrix, the correlations of items and components */
  readonly loadings: readonly (readonly number[])[];
  /** components with more variance than the mean item: eigenvalues above 1 of a correlation matrix */
  readonly aboveMean: number;
  /** what `componentScores` subtracts from an item, and what it divides by */
  readonly centre: readonly number[];
  readonly scale: readonly number[];
  readonly method: { readonly matrix: 'correlation' | 'covariance'; readonly denominator: 'n-1' };
}

/** Items as they are, or each in units of its standard deviation. */
export interface PrincipalComponentsOptions {
  readonly matrix?: 'correlation' | 'covariance';
}

/**
 * Principal components from cross-moments, of the correlation matrix unless `covariance` is asked for. Fewer than two observations are
 * insufficient; a constant item (correlation) or no variance at all (covariance) leaves them undetermined. Source: Hotelling (1933),
 * Journal of Educational Psychology 24, 417–441; Kaiser (1960), Educational and Psychological Measurement 20, 141–151.
 * @example principalComponentsFromMoments({ n: 100, origin: [0, 0], sums: [0, 0], products: [[99, 49.5], [49.5, 99]] }) // { n: 100, eigenvalues: [1.5000…, 0.5000…], proportions: [0.7500…, 0.2500…], aboveMean: 1 }
 */
export function principalComponentsFromMoments(
  moments: CrossMoments,
  { matrix = 'correlation' }: PrincipalComponentsOptions = {},
): Outcome<PrincipalComponents> {
  const { n } = moments;
  if (n < 2) return insufficient(n, 2);
  const source = matrix === 'covariance' ? { kind: 'covariance-matrix' as const, matrix: covarianceOf(moments) } : correlationOf(moments);
  if (!isDetermined(source)) return source;
  const { values, vectors } = symmetricEigen(source.matrix);
  const eigenvalues = values.map((value) => Math.max(0, value));
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return undetermined(n, 'no-variation');
  const proportions = eigenvalues.map((value) => value / total);
  return {
    kind: 'principal-components',
    n,
    eigenvalues,
    proportions,
    cumulative: cumulativeSums(proportions),
    vectors,
    loadings: vectors.map((row) => row.map((weight, component) => weight * Math.sqrt(eigenvalues[component]!))),
    aboveMean: eigenvalues.filter((value) => value > total / eigenvalues.length).length,
    centre: meansOf(moments),
    scale: matrix === 'covariance' ? eigenvalues.map(() => 1) : covarianceOf(moments).map((row, i) => Math.sqrt(row[i]!)),
    method: { matrix, denominator: 'n-1' },
  };
}

/**
 * Principal components of complete rows, one column per item, see `principalComponentsFromMoments`.
 * @example principalComponents([[1, 2], [2, 1], [3, 4], [4, 3]]) // { n: 4, eigenvalues: [1.6000…, 0.4000…], aboveMean: 1 }
 */
export function principalComponents(
  rows: readonly (readonly number[])[],
  options: PrincipalComponentsOptions = {},
): Outcome<PrincipalComponents> {
  return principalComponentsFromMoments(crossMomentsOf(rows), options);
}

/**
 * Values of the components for rows of items: centred (and standardised for a correlation matrix) items times the vectors. Throws
 * RangeError for a row with another number of items.
 * @example componentScores({ vectors: [[1]], centre: [2], scale: [0.5] }, [[3]]) // [[2]]
 */
export function componentScores(
  { vectors, centre, scale }: Pick<PrincipalComponents, 'vectors' | 'centre' | 'scale'>,
  rows: readonly (readonly number[])[],
): number[][] {
  return rows.map((row) => {
    if (row.length !== centre.length) throw new RangeError(`a row has ${centre.length} items: ${row.length}`);
    const own = row.map((value, i) => (value - centre[i]!) / scale[i]!);
    return (vectors[0] ?? []).map((_, component) => own.reduce((sum, value, i) => sum + value * vectors[i]![component]!, 0));
  });
}

function cumulativeSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
