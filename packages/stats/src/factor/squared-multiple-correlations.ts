import { invert } from '../matrix/decompositions.ts';
import { isSingular } from './is-singular.ts';

/**
 * R² of each variable on all others, 1 − 1/(R⁻¹)ᵢᵢ, from a correlation matrix. Linearly dependent variables have none: `null`. Source:
 * Guttman (1953), Psychometrika 18, 277–296. Throws RangeError when the matrix is not square.
 * @example squaredMultipleCorrelations([[1, 0.5], [0.5, 1]]) // [0.25, 0.25]
 * @example squaredMultipleCorrelations([[1, 1], [1, 1]]) // null
 */
export function squaredMultipleCorrelations(correlation: readonly (readonly number[])[]): number[] | null {
  const inverse = isSingular(correlation) ? null : invert(correlation);
  return inverse && inverse.map((row, i) => 1 - 1 / row[i]!);
}
