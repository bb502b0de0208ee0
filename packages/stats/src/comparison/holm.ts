/**
 * Which of a family of tests reject their hypothesis, so that the chance of any false rejection stays below `alpha`. From the
 * smallest probability on, the k-th of m is compared with alpha / (m − k + 1); the first that fails ends it. No tests: no
 * rejections. Throws RangeError for a probability outside 0..1.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 * @example holmRejections([0.01, 0.04, 0.03], 0.05) // [true, false, false]
 */
export function holmRejections(probabilities: readonly number[], alpha: number): boolean[] {
  if (probabilities.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('a probability lies between 0 and 1');
  const order = probabilities.map((_, index) => index).sort((a, b) => (probabilities[a] ?? 1) - (probabilities[b] ?? 1));
  const failing = order.findIndex((index, rank) => (probabilities[index] ?? 1) > alpha / (order.length - rank));
  const rejected = new Set(failing < 0 ? order : order.slice(0, failing));
  return probabilities.map((_, index) => rejected.has(index));
}
