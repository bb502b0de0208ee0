import type { ContrastDesign } from './contrast-test.ts';

/** Least squares of one design: how it weighs the values, and what it leaves over. */
export interface Projection {
  /** contrast · (XᵀX)⁻¹ Xᵀ: the estimate is the sum of weight · value */
  readonly weights: readonly number[];
  /** M = I − X (XᵀX)⁻¹ Xᵀ, which turns values into residuals */
  readonly projector: readonly Float64Array[];
  /** M · matrix · M of a symmetric matrix, in time n² · coefficients */
  readonly project: (matrix: readonly Float64Array[]) => Float64Array[];
}

/** A column that keeps less than this share of its length beside the others is a sum of them. */
const smallestShare = 1e-9;

/**
 * Least squares of one design from orthonormal columns; null where a column is a sum of others.
 * @example projectionOf({ times: [1, 2], rows: [[1], [1]], contrast: [1] })?.weights.map((weight) => weight.toFixed(3)) // ['0.500', '0.500']
 */
export function projectionOf({ rows, contrast }: ContrastDesign): Projection | null {
  const columns = orthonormal(contrast.map((_, j) => Float64Array.from(rows, (row) => row[j]!)));
  if (columns === null) return null;
  const { basis, lengths } = columns;
  const n = rows.length;
  // Rᵀ z = contrast, then weights = Q z
  const z: number[] = [];
  for (const [j, weight] of contrast.entries()) {
    z.push((weight - z.reduce((sum, known, i) => sum + known * lengths[i]![j]!, 0)) / lengths[j]![j]!);
  }
  const weights = Array.from({ length: n }, (_, i) => basis.reduce((sum, column, j) => sum + column[i]! * z[j]!, 0));
  const projectRows = (matrix: readonly Float64Array[]) => matrix.map((row) => withoutBasis(row, basis));
  const identity = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => Number(i === j)));
  const project = (matrix: readonly Float64Array[]) => projectRows(transposed(projectRows(matrix)));
  return { weights, projector: projectRows(identity), project };
}

interface Orthonormal {
  readonly basis: readonly Float64Array[];
  /** R of X = Q R, rows of the basis and columns of the design */
  readonly lengths: readonly Float64Array[];
}

/** Gram and Schmidt, modified, each column twice. */
function orthonormal(columns: readonly Float64Array[]): Orthonormal | null {
  const basis: Float64Array[] = [];
  const lengths = columns.map(() => new Float64Array(columns.length));
  for (const [j, column] of columns.entries()) {
    const rest = Float64Array.from(column);
    const whole = Math.sqrt(dot(rest, rest));
    for (let pass = 0; pass < 2; pass++) for (const [i, unit] of basis.entries()) lengths[i]![j]! += take(rest, unit);
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > smallestShare * whole)) return null;
    lengths[j]![j] = length;
    basis.push(rest.map((value) => value / length));
  }
  return { basis, lengths };
}

/** Takes out of a vector what lies along a unit vector, and says how much that was. */
function take(vector: Float64Array, unit: Float64Array): number {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i]! -= along * unit[i]!;
  return along;
}

function withoutBasis(row: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(row);
  for (const unit of basis) take(rest, unit);
  return rest;
}

const transposed = (matrix: readonly Float64Array[]): Float64Array[] => matrix.map((_, i) => Float64Array.from(matrix, (row) => row[i]!));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
