import { ascendingOrder, requireProbabilities } from './require-probabilities.ts';

/**
 * Benjamini and Hochberg's adjusted probabilities. Rejecting those up to q keeps the expected share of false rejections among all
 * rejections at q, for independent or positively dependent tests. No tests: an empty list. Throws RangeError for a probability
 * outside 0..1.
 * Source: Benjamini, Hochberg (1995), JRSS B 57, 289–300.
 * @example benjaminiHochbergAdjusted([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.05333…, 0.05333…, 0.5]
 */
export function benjaminiHochbergAdjusted(probabilities: readonly number[]): number[] {
  return stepUp(probabilities, 1);
}

/**
 * Benjamini and Yekutieli's adjusted probabilities: the same promise for tests that depend on each other in any way, at the price
 * of the factor 1 + ½ + … + 1/m. No tests: an empty list. Throws RangeError for a probability outside 0..1.
 * Source: Benjamini, Yekutieli (2001), Annals of Statistics 29, 1165–1188.
 * @example benjaminiYekutieliAdjusted([0.01, 0.04, 0.03, 0.5]) // [0.08333…, 0.11111…, 0.11111…, 1]
 */
export function benjaminiYekutieliAdjusted(probabilities: readonly number[]): number[] {
  return stepUp(
    probabilities,
    probabilities.reduce((sum, _, index) => sum + 1 / (index + 1), 0),
  );
}

/** From the largest probability down, p · factor · m / rank, never above the one before. */
function stepUp(probabilities: readonly number[], factor: number): number[] {
  requireProbabilities(probabilities);
  const adjusted = Array<number>(probabilities.length).fill(1);
  let smallest = 1;
  for (const [rank, index] of [...ascendingOrder(probabilities).entries()].reverse()) {
    smallest = Math.min(smallest, (probabilities[index]! * factor * probabilities.length) / (rank + 1));
    adjusted[index] = smallest;
  }
  return adjusted;
}
