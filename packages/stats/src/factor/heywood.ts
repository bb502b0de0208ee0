/** Uniquenesses are kept from falling below this share of an item's variance: where they stop here, the solution is a Heywood case. */
export const smallestUniqueness = 0.005;

/**
 * Items (from 0) of which the factors explain all variance, or more: a Heywood case, a sign of too many factors or too few observations.
 * Source: Heywood (1931), Proceedings of the Royal Society A 134, 486–501.
 * @example heywoodItems([0.4, 0.005, 0.3]) // [1]
 */
export function heywoodItems(uniquenesses: readonly number[]): number[] {
  return [...uniquenesses.keys()].filter((item) => uniquenesses[item]! < smallestUniqueness * (1 + 1e-9));
}
