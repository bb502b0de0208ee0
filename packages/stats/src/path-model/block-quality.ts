import { symmetricEigen } from '../matrix/decompositions.ts';

/** Does a block of indicators measure one thing? */
export interface BlockQuality {
  /** standardised Cronbach's α; 1 for a single indicator, `null` when the indicators cancel out */
  readonly alpha: number | null;
  /** ρ of Dillon and Goldstein from the loadings of the first principal component; 1 for a single indicator */
  readonly dillonGoldsteinRho: number;
}

/**
 * Unidimensionality of a block from the correlations of its indicators. Source: Dillon and Goldstein (1984), Multivariate Analysis:
 * Methods and Applications; Tenenhaus et al. (2005), Computational Statistics & Data Analysis 48, 159–205, section 2.1.
 * @example blockQuality([[1, 0.5], [0.5, 1]]) // { alpha: 0.6666…, dillonGoldsteinRho: 0.8571… }
 */
export function blockQuality(correlation: readonly (readonly number[])[]): BlockQuality {
  const size = correlation.length;
  if (size === 1) return { alpha: 1, dillonGoldsteinRho: 1 };
  const total = correlation.flat().reduce((sum, r) => sum + r, 0);
  const { values, vectors } = symmetricEigen(correlation);
  const loadings = vectors.map((row) => row[0]! * Math.sqrt(values[0]!));
  const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  const rest = loadings.reduce((sum, loading) => sum + 1 - loading ** 2, 0);
  return { alpha: total > 1e-13 * size ? (size / (size - 1)) * (1 - size / total) : null, dillonGoldsteinRho: common / (common + rest) };
}
