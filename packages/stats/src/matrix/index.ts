export { cholesky, invert, leastSquares, logDeterminant, solve, symmetricEigen } from './decompositions.ts';
export type { SymmetricEigen } from './decompositions.ts';
export { identity, multiply, transpose } from './products.ts';
export type { Matrix } from './products.ts';
