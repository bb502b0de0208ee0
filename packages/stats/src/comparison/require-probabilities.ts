/**
 * Refuses what is no probability. Throws RangeError.
 * @example requireProbabilities([0, 0.5, 1]) // undefined
 */
export function requireProbabilities(probabilities: readonly number[]): void {
  if (probabilities.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('a probability lies between 0 and 1');
}

/**
 * Indexes of the probabilities, the smallest first; equal ones in their order.
 * @example ascendingOrder([0.3, 0.1, 0.2]) // [1, 2, 0]
 */
export function ascendingOrder(probabilities: readonly number[]): number[] {
  return [...probabilities.keys()].sort((a, b) => probabilities[a]! - probabilities[b]!);
}
