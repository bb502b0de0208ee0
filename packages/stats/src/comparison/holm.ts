import { ascendingOrder, requireProbabilities } from './require-probabilities.ts';

/**
 * Which of a family of tests reject their hypothesis, so that the chance of any false rejection stays below `alpha`. From the
 * smallest probability on, the k-th of m is compared with alpha / (m − k + 1); the first that fails ends it. No tests: no
 * rejections. Throws RangeError for a probability outside 0..1.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 * @example holmRejections([0.01, 0.04, 0.03], 0.05) // [true, false, false]
 */
export function holmRejections(probabilities: readonly number[], alpha: number): boolean[] {
  requireProbabilities(probabilities);
  const order = ascendingOrder(probabilities);
  const failing = order.findIndex((index, rank) => probabilities[index]! > alpha / (order.length - rank));
  const rejected = new Set(failing < 0 ? order : order.slice(0, failing));
  return probabilities.map((_, index) => rejected.has(index));
}

/**
 * Holm's adjusted probabilities: the smallest α of the whole family at which each test would be rejected. No tests: an empty list.
 * Throws RangeError for a probability outside 0..1.
 * Source: Holm (1979); adjusted form: Wright (1992), Biometrics 48, 1005–1013.
 * @example holmAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holmAdjusted(probabilities: readonly number[]): number[] {
  requireProbabilities(probabilities);
  const adjusted = Array<number>(probabilities.length).fill(0);
  let largest = 0;
  for (const [rank, index] of ascendingOrder(probabilities).entries()) {
    largest = Math.max(largest, Math.min(1, probabilities[index]! * (probabilities.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
