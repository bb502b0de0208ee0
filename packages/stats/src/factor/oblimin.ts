import { invert } from '../matrix/decompositions.ts';
import { identity, multiply, transpose } from '../matrix/products.ts';

type Matrix = readonly (readonly number[])[];

/** Loadings on correlated factors. */
export interface Oblique {
  /** `pattern[item][factor]`: regression weights of the items on the factors */
  readonly pattern: Matrix;
  readonly factorCorrelations: Matrix;
}

/** γ of the criterion (0, the quartimin, unless said) and Kaiser's normalisation (off unless said). */
export interface ObliminOptions {
  readonly gamma?: number;
  readonly kaiser?: boolean;
}

const mostSteps = 5000;
const smallestSlope = 1e-9;
/** Flat enough when no step can be told from rounding, or when the steps are used up. */
const flatSlope = 1e-6;

/**
 * Direct oblimin rotation: the pattern L with the smallest ¼ Σ over pairs of factors of the (γ-centred) products of squared loadings,
 * factors of variance 1, by gradient projection from the unrotated factors on. `null` when the factors collapse into each other (as they
 * may for γ > 0) or 5,000 steps did not suffice. Source: Jennrich and Sampson (1966), Psychometrika 31, 313–323; Jennrich (2002),
 * Psychometrika 67, 7–19.
 * @example oblimin([[0.8, 0], [0.6, 0], [0, 0.7], [0, 0.5]]) // { pattern: [[0.8, 0], [0.6, 0], [0, 0.7], [0, 0.5]], factorCorrelations: [[1, 0], [0, 1]] }
 */
export function oblimin(loadings: Matrix, { gamma = 0, kaiser = false }: ObliminOptions = {}): Oblique | null {
  const lengths = loadings.map((row) => (kaiser ? Math.hypot(...row) || 1 : 1));
  const start = loadings.map((row, i) => row.map((loading) => loading / lengths[i]!));
  const rotation = projectGradient(start, gamma);
  const pattern = rotation && rotatedBy(start, rotation);
  if (rotation === null || pattern === null) return null;
  return {
    pattern: pattern.map((row, i) => row.map((loading) => loading * lengths[i]!)),
    factorCorrelations: multiply(transpose(rotation), rotation).map((row, a) => row.map((cell, b) => (a === b ? 1 : cell))),
  };
}

/** A·T′⁻¹ */
function rotatedBy(loadings: Matrix, rotation: Matrix): number[][] | null {
  const inverse = invert(rotation);
  return inverse && multiply(loadings, transpose(inverse));
}

/** Criterion at a rotation, and its gradient by the rotation along the columns of length 1. */
interface Slope {
  readonly value: number;
  readonly gradient: Matrix;
  readonly steepness: number;
}

function slopeAt(loadings: Matrix, rotation: Matrix, gamma: number): Slope | null {
  const inverse = invert(rotation);
  if (inverse === null) return null;
  const pattern = multiply(loadings, transpose(inverse));
  const { value, byPattern } = criterion(pattern, gamma);
  const free = transpose(multiply(multiply(transpose(pattern), byPattern), inverse)).map((row) => row.map((cell) => -cell));
  const along = rotation[0]!.map((_, factor) => rotation.reduce((sum, row, i) => sum + row[factor]! * free[i]![factor]!, 0));
  const gradient = free.map((row, i) => row.map((cell, factor) => cell - rotation[i]![factor]! * along[factor]!));
  return { value, gradient, steepness: Math.hypot(...gradient.flat()) };
}

/** ¼ Σ L² · (I − γ/p·11′) L² (11′ − I), and its derivative by L. */
function criterion(pattern: Matrix, gamma: number): { readonly value: number; readonly byPattern: number[][] } {
  const squares = pattern.map((row) => row.map((loading) => loading ** 2));
  const others = squares.map((row) => row.map((square) => row.reduce((sum, other) => sum + other, 0) - square));
  const means = (others[0] ?? []).map((_, factor) => others.reduce((sum, row) => sum + row[factor]!, 0) / others.length);
  const centred = others.map((row) => row.map((cell, factor) => cell - gamma * means[factor]!));
  const value = squares.reduce((sum, row, i) => sum + row.reduce((own, square, factor) => own + square * centred[i]![factor]!, 0), 0) / 4;
  return { value, byPattern: pattern.map((row, i) => row.map((loading, factor) => loading * centred[i]![factor]!)) };
}

function projectGradient(loadings: Matrix, gamma: number): Matrix | null {
  let rotation: Matrix = identity(loadings[0]?.length ?? 0);
  let here = slopeAt(loadings, rotation, gamma);
  let length = 1;
  for (let step = 0; here !== null && step < mostSteps; step++) {
    if (here.steepness < smallestSlope) return rotation;
    const next = descend(loadings, { rotation, here, gamma, length: 2 * length });
    if (next === null) break;
    ({ rotation, here, length } = next);
  }
  return here !== null && here.steepness < flatSlope ? rotation : null;
}

interface Descent {
  readonly rotation: Matrix;
  readonly here: Slope;
  readonly gamma: number;
  readonly length: number;
}

/** The longest step along the projected gradient, halved from `length` on, that lowers the criterion by half of what the slope promises. */
function descend(loadings: Matrix, { rotation, here, gamma, length }: Descent) {
  for (let tried = length; tried > 1e-12; tried /= 2) {
    const candidate = withUnitColumns(rotation.map((row, i) => row.map((cell, factor) => cell - tried * here.gradient[i]![factor]!)));
    const there = slopeAt(loadings, candidate, gamma);
    if (there !== null && there.value < here.value - 0.5 * here.steepness ** 2 * tried)
      return { rotation: candidate, here: there, length: tried };
  }
  return null;
}

function withUnitColumns(matrix: Matrix): number[][] {
  const lengths = (matrix[0] ?? []).map((_, column) => Math.hypot(...matrix.map((row) => row[column]!)));
  return matrix.map((row) => row.map((cell, column) => cell / lengths[column]!));
}
