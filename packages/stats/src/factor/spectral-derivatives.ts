import type { SymmetricEigen } from '../matrix/decompositions.ts';

/** How eigenvalues and their changes enter a fit function of the uniquenesses. */
export interface SpectralTerms {
  /** weight of vᵢvⱼ of every unique direction m in the first and in the second factor of the inner part */
  readonly inner: readonly [(value: number) => number, (value: number) => number];
  /** weight of a unique eigenvalue paired with a common one */
  readonly cross: (unique: number, common: number) => number;
}

/**
 * Hessian of a fit function that depends on the smallest eigenvalues of a matrix, by the uniquenesses on its diagonal: (Σ f(λₘ) vᵢₘvⱼₘ) ·
 * (Σ g(λₘ) vᵢₘvⱼₘ) over the unique directions m, and Σ c(λₘ, λᵣ) vᵢₘvⱼₘvᵢᵣvⱼᵣ over unique m and common r, from the perturbation of
 * eigenvalues and eigenvectors. `null` when a common and a unique eigenvalue coincide. Source: Clarke (1970), British Journal of
 * Mathematical and Statistical Psychology 23, 43–52.
 * @example spectralHessian({ values: [2, 1], vectors: [[1, 0], [0, 1]] }, 1, { inner: [() => 1, () => 1], cross: () => 0 }) // [[0, 0], [0, 1]]
 */
export function spectralHessian({ values, vectors }: SymmetricEigen, factors: number, { inner, cross }: SpectralTerms): number[][] | null {
  if (!(values[factors - 1]! - values[factors]! > 1e-9 * Math.abs(values[0]!))) return null;
  const unique = (weight: (value: number) => number) =>
    weightedProducts(
      vectors,
      values.map((value, m) => (m < factors ? 0 : weight(value))),
    );
  const second = unique(inner[1]);
  const hessian = unique(inner[0]).map((row, i) => row.map((cell, j) => cell * second[i]![j]!));
  for (let common = 0; common < factors; common++) {
    const shared = unique((value) => cross(value, values[common]!));
    for (const [i, row] of hessian.entries())
      for (const j of row.keys()) row[j]! += shared[i]![j]! * vectors[i]![common]! * vectors[j]![common]!;
  }
  return hessian;
}

/**
 * A stand-in for `spectralHessian` that is never negative: (Σ vᵢₘvⱼₘ)² over the unique directions m, what is left of it at a perfect fit.
 * Source: Jöreskog (1967), Psychometrika 32, 443–482.
 * @example spectralSafeHessian([[1, 0], [0, 1]], 1) // [[0, 0], [0, 1]]
 */
export function spectralSafeHessian(vectors: readonly (readonly number[])[], factors: number): number[][] {
  const unique = (vectors[0] ?? []).map((_, m) => (m < factors ? 0 : 1));
  return weightedProducts(vectors, unique).map((row) => row.map((cell) => cell ** 2));
}

/** Σ weightₘ vᵢₘvⱼₘ over the columns m. */
function weightedProducts(vectors: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const products = vectors.map(() => Array<number>(vectors.length).fill(0));
  for (const [i, row] of vectors.entries())
    for (let j = 0; j <= i; j++) {
      const other = vectors[j]!;
      let sum = 0;
      for (let m = 0; m < weights.length; m++) sum += weights[m]! * row[m]! * other[m]!;
      products[i]![j] = sum;
      products[j]![i] = sum;
    }
  return products;
}
