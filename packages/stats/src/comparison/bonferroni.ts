import { requireProbabilities } from './require-probabilities.ts';

/**
 * Bonferroni's adjusted probabilities: each times the number of tests, at most 1. Those up to α are rejected, with any false
 * rejection in at most α of all families. `holmAdjusted` promises the same and rejects at least as much. No tests: an empty list.
 * Throws RangeError for a probability outside 0..1.
 * Source: Dunn (1961), JASA 56, 52–64.
 * @example bonferroniAdjusted([0.01, 0.04, 0.5]) // [0.03, 0.12, 1]
 */
export function bonferroniAdjusted(probabilities: readonly number[]): number[] {
  requireProbabilities(probabilities);
  return probabilities.map((p) => Math.min(1, p * probabilities.length));
}
