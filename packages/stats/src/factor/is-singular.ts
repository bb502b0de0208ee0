import { symmetricEigen } from '../matrix/decompositions.ts';

/** Smallest eigenvalue, per item, that is more than what rounding leaves of 0. */
const smallestEigenvalue = 1e-12;

/**
 * Are items linearly dependent, as far as the digits of their correlations tell? A sum of items beside the items themselves, or an item
 * twice, leaves nothing to invert.
 * @example isSingular([[1, 1], [1, 1]]) // true
 * @example isSingular([[1, 0.99], [0.99, 1]]) // false
 */
export function isSingular(correlation: readonly (readonly number[])[]): boolean {
  const { values } = symmetricEigen(correlation);
  return !(values[values.length - 1]! > smallestEigenvalue * correlation.length);
}
