/** A matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** Unrotated factors of a correlation matrix. */
export interface Extraction {
  /** `loadings[item][factor]` */
  readonly loadings: Matrix;
  /** as the search left them: at a border in a Heywood case, else 1 less the communalities */
  readonly uniquenesses: readonly number[];
  readonly iterations: number;
}

/**
 * Loadings from the leading eigenvectors: each vector times the root of its strength; a negative strength counts as 0.
 * @example loadingsOf([[1, 0], [0, 1]], [4]) // [[2], [0]]
 */
export function loadingsOf(vectors: Matrix, strengths: readonly number[]): number[][] {
  return vectors.map((row) => strengths.map((strength, factor) => row[factor]! * Math.sqrt(Math.max(0, strength))));
}
