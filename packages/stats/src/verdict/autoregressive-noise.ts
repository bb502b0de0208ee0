import { requireFinite } from '../result/require-finite.ts';

/** More correlation than this between neighbours is a random walk, of which no level can be told. */
export const strongestCorrelation = 0.95;

/**
 * Sum of all cells of a symmetric matrix times φ^distance of the times, per distance: Σ over d of φ^d · sums[d].
 * @example [...sumsByDistance([[1, 2], [2, 5]], [0, 3])] // [6, 0, 0, 4]
 */
export function sumsByDistance(matrix: readonly ArrayLike<number>[], times: readonly number[]): Float64Array {
  const first = times[0] ?? 0;
  const sums = new Float64Array((times.at(-1) ?? first) - first + 1);
  for (let i = 0; i < times.length; i++) {
    for (let j = 0; j < times.length; j++) sums[Math.abs(times[i]! - times[j]!)]! += matrix[i]![j]!;
  }
  return sums;
}

/**
 * Σ φ^d · sums[d]: the trace of a matrix times the correlations of the noise.
 * @example weighed([6, 0, 0, 4], 0.5) // 6.5
 */
export function weighed(sums: ArrayLike<number>, phi: number): number {
  let total = 0;
  for (let d = sums.length - 1; d >= 0; d--) total = total * phi + sums[d]!;
  return total;
}

/**
 * A matrix times the correlations of the noise, row by row in linear time: the correlations fall off by the same factor with each step.
 * @example [...timesCorrelations([[1, 0, 0]], [0, 1, 3], 0.5)[0]] // [1, 0.5, 0.125]
 */
export function timesCorrelations(matrix: readonly ArrayLike<number>[], times: readonly number[], phi: number): Float64Array[] {
  const n = times.length;
  const decay = times.map((time, i) => (i === 0 ? 0 : phi ** (time - times[i - 1]!)));
  return matrix.map((row) => {
    const product = new Float64Array(n);
    for (let j = 0, carried = 0; j < n; j++) product[j] = carried = row[j]! + decay[j]! * carried;
    for (let j = n - 2, carried = 0; j >= 0; j--) {
      carried = decay[j + 1]! * (row[j + 1]! + carried);
      product[j]! += carried;
    }
    return product;
  });
}

/**
 * Correlation of neighbouring values of the noise, from the residuals of a least squares fit, by the method of moments: the φ from 0 to 0.95
 * at which the expected Σ uₜ uₜ₋₁ / Σ uₜ² of such residuals equals the one seen. Fitted coefficients make residuals look less alike than the
 * noise is; this undoes it. Negative correlation counts as none. `projector` is I − X (XᵀX)⁻¹ Xᵀ. Residuals without neighbours, or all 0,
 * tell nothing: 0. Throws RangeError for NaN and infinities.
 * Source: the bias is that of Marriott, Pope (1954), Biometrika 41, 390–402.
 * @example noiseCorrelation([1, -1, 1, -1], { times: [1, 2, 3, 4], projector: [[0.75, -0.25, -0.25, -0.25], [-0.25, 0.75, -0.25, -0.25], [-0.25, -0.25, 0.75, -0.25], [-0.25, -0.25, -0.25, 0.75]] }) // 0
 */
export function noiseCorrelation(
  residuals: ArrayLike<number>,
  { times, projector }: { readonly times: readonly number[]; readonly projector: readonly ArrayLike<number>[] },
): number {
  requireFinite(residuals, 'residuals');
  let [products, squares] = [0, 0];
  for (let t = 0; t < times.length; t++) {
    squares += residuals[t]! ** 2;
    if (t > 0 && times[t]! - times[t - 1]! === 1) products += residuals[t]! * residuals[t - 1]!;
  }
  if (squares === 0) return 0;
  const [near, all] = [sumsByDistance(neighbourProducts(projector, times), times), sumsByDistance(projector, times)];
  return bisect((phi) => weighed(near, phi) / weighed(all, phi) - products / squares);
}

/** Where a rising function crosses 0, between no and the strongest correlation. */
function bisect(excess: (phi: number) => number): number {
  let [low, high] = [0, strongestCorrelation];
  if (excess(low) >= 0) return low;
  if (excess(high) <= 0) return high;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** M A M with A = ½ where two times are neighbours: its trace with the correlations is what Σ uₜ uₜ₋₁ is expected to be. */
function neighbourProducts(projector: readonly ArrayLike<number>[], times: readonly number[]): Float64Array[] {
  const n = times.length;
  const isNeighbour = times.map((time, i) => i > 0 && time - times[i - 1]! === 1);
  const half = projector.map((row) => {
    const product = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      if (isNeighbour[j]) product[j]! += row[j - 1]! / 2;
      if (j + 1 < n && isNeighbour[j + 1]) product[j]! += row[j + 1]! / 2;
    }
    return product;
  });
  return multiply(half, projector);
}

function multiply(a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]): Float64Array[] {
  const width = b[0]?.length ?? 0;
  return a.map((row) => {
    const product = new Float64Array(width);
    for (let l = 0; l < b.length; l++) {
      const [factor, other] = [row[l]!, b[l]!];
      if (factor !== 0) for (let j = 0; j < width; j++) product[j]! += factor * other[j]!;
    }
    return product;
  });
}
