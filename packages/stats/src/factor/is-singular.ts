import { cholesky } from '../matrix/decompositions.ts';

/** A share of variance that rounding may have left of 0. */
const smallestShare = 1e-12;

/**
 * Are items linearly dependent, as far as the digits of their correlations tell? So it is when the items before leave less than 1e-12 of
 * an item's variance: a sum of items beside the items themselves, or an item twice.
 * @example isSingular([[1, 1], [1, 1]]) // true
 * @example isSingular([[1, 0.99], [0.99, 1]]) // false
 */
export function isSingular(correlation: readonly (readonly number[])[]): boolean {
  const lower = cholesky(correlation);
  return lower === null || lower.some((row, item) => row[item]! ** 2 < smallestShare);
}
