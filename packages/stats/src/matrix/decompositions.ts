import { CholeskyDecomposition, EigenvalueDecomposition, LuDecomposition, Matrix as Dense, QrDecomposition } from 'ml-matrix';
import { identity, type Matrix } from './products.ts';

/** Eigenvalues in descending order, and their vectors as columns: `vectors[row][column]`. */
export interface SymmetricEigen {
  readonly values: number[];
  readonly vectors: number[][];
}

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix (Householder and QL, by ml-matrix). Values descend; in each vector
 * the component of largest magnitude (the first of equals) is positive. Throws RangeError when the matrix is not square or holds NaN.
 * @example symmetricEigen([[2, 1], [1, 2]]).values // [3, 1.00000000…]
 * @example symmetricEigen([[2, 1], [1, 2]]).vectors // [[0.7071…, 0.7071…], [0.7071…, -0.7071…]]
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  requireSquare(matrix);
  if (matrix.length === 0) return { values: [], vectors: [] };
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(dense(matrix), { assumeSymmetric: true });
  const order = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const columns = order.map((index) => withFixedSign(eigenvectorMatrix.getColumn(index)));
  return { values: order.map((index) => realEigenvalues[index]!), vectors: matrix.map((_, row) => columns.map((column) => column[row]!)) };
}

/** Components this close to the largest count as equal to it, so that rounding does not choose the sign. */
const nearlyLargest = 1 - 1e-9;

function withFixedSign(vector: readonly number[]): number[] {
  const largest = Math.max(...vector.map(Math.abs));
  const leading = vector.find((component) => Math.abs(component) >= largest * nearlyLargest) ?? 1;
  return leading < 0 ? vector.map((component) => -component) : [...vector];
}

/** Below this reciprocal condition number a system counts as singular: the precision of a double, as in LAPACK's users. */
const singularBelow = Number.EPSILON;

/**
 * Inverse of a square matrix by LU with pivoting; `null` when it is singular to working precision (reciprocal condition number in
 * the 1-norm below 2.2e-16). Throws RangeError when the matrix is not square or holds NaN.
 * @example invert([[2, 0], [0, 4]]) // [[0.5, 0], [0, 0.25]]
 * @example invert([[1, 2], [2, 4]]) // null
 */
export function invert(matrix: Matrix): number[][] | null {
  requireSquare(matrix);
  if (matrix.length === 0) return [];
  const decomposition = new LuDecomposition(dense(matrix));
  if (decomposition.isSingular()) return null;
  const inverse = decomposition.solve(dense(identity(matrix.length))).to2DArray();
  return isRegular(matrix, inverse) ? inverse : null;
}

const isRegular = (matrix: Matrix, inverse: Matrix): boolean => 1 / (columnNorm(matrix) * columnNorm(inverse)) >= singularBelow;

/** The 1-norm: largest sum of magnitudes in a column. */
const columnNorm = (matrix: Matrix): number =>
  Math.max(...matrix.map((_, column) => matrix.reduce((sum, row) => sum + Math.abs(row[column]!), 0)));

/**
 * Solution x of a·x = b for a square matrix `a` and a right-hand side `b`; `null` when `a` is singular to working precision, as for
 * `invert`. Throws RangeError when the sizes do not fit.
 * @example solve([[2, 1], [1, 3]], [3, 5]) // [0.8, 1.4]
 */
export function solve(a: Matrix, b: readonly number[]): number[] | null {
  if (b.length !== a.length) throw new RangeError(`the right-hand side needs ${a.length} values: ${b.length}`);
  if (invert(a) === null) return null;
  return a.length === 0 ? [] : new LuDecomposition(dense(a)).solve(Dense.columnVector([...b])).getColumn(0);
}

/**
 * Lower triangular L with L·Lᵀ = matrix; `null` when the matrix is not positive definite. Only the lower triangle is read. Throws
 * RangeError when the matrix is not square or holds NaN.
 * @example cholesky([[4, 2], [2, 5]]) // [[2, 0], [1, 2]]
 */
export function cholesky(matrix: Matrix): number[][] | null {
  requireSquare(matrix);
  if (matrix.length === 0) return [];
  const symmetric = matrix.map((row, i) => row.map((cell, j) => (j <= i ? cell : matrix[j]![i]!)));
  const decomposition = new CholeskyDecomposition(dense(symmetric));
  return decomposition.isPositiveDefinite() ? decomposition.lowerTriangularMatrix.to2DArray() : null;
}

/**
 * ln |matrix| of a symmetric positive definite matrix; `null` when it is not positive definite.
 * @example logDeterminant([[2, 0], [0, 3]]) // 1.7917594692…
 */
export function logDeterminant(matrix: Matrix): number | null {
  const lower = cholesky(matrix);
  return lower === null ? null : 2 * lower.reduce((sum, row, i) => sum + Math.log(row[i]!), 0);
}

/**
 * Coefficients b that minimise ‖x·b − y‖ by Householder QR; `null` when the columns of `x` are linearly dependent (a diagonal
 * element of R below 1e-11 of its column's norm). Throws RangeError when rows and values differ in number.
 * @example leastSquares([[1, 1], [1, 2], [1, 3]], [1, 3, 5]) // [-1.00000000…, 2]
 */
export function leastSquares(x: Matrix, y: readonly number[]): number[] | null {
  if (x.length !== y.length) throw new RangeError(`as many values as rows are needed: ${x.length} and ${y.length}`);
  const width = x[0]?.length ?? 0;
  if (width === 0) return [];
  if (x.length < width) return null;
  const decomposition = new QrDecomposition(dense(x));
  const triangle = decomposition.upperTriangularMatrix;
  for (let column = 0; column < width; column++) {
    const norm = Math.hypot(...triangle.getColumn(column).slice(0, column + 1));
    if (!(Math.abs(triangle.get(column, column)) > 1e-11 * norm)) return null;
  }
  return decomposition.solve(Dense.columnVector([...y])).getColumn(0);
}

const dense = (matrix: Matrix): Dense => new Dense(matrix.map((row) => [...row]));

function requireSquare(matrix: Matrix): void {
  for (const row of matrix) {
    if (row.length !== matrix.length) throw new RangeError(`a square matrix is needed: ${matrix.length} rows, ${row.length} columns`);
    if (!row.every(Number.isFinite)) throw new RangeError('a matrix must hold finite numbers');
  }
}
