import type { RankedLevels } from './level-counts.ts';

/**
 * Two-sided probability of a rank sum at least as far from its mean, over all ways to choose `size` of the ranked values: the shift
 * algorithm on doubled mid-ranks, so ties need no approximation.
 * Source: Streitberg, Röhmel (1986), Statistical Software Newsletter 12, 10–18.
 * @example exactRankSumProbability(rankLevels([[1, 1, 0, 1], [0, 0, 1, 0]]), 3, 7) // 1
 */
export function exactRankSumProbability({ n, totals, midRanks }: RankedLevels, size: number, sum: number): number {
  const doubled = midRanks.flatMap((rank, level) => Array<number>(totals[level]!).fill(2 * rank));
  const ways = waysToChoose(doubled, size);
  const mean = size * (n + 1);
  const distance = Math.abs(2 * sum - mean);
  let all = 0;
  let extreme = 0;
  for (const [total, count] of ways.entries()) {
    all += count;
    if (Math.abs(total - mean) >= distance) extreme += count;
  }
  return extreme / all;
}

/** How many choices of `size` elements have each sum. */
function waysToChoose(weights: readonly number[], size: number): Float64Array {
  const largest = weights.reduce((sum, weight) => sum + weight, 0);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
  ways[0]![0] = 1;
  for (const [used, weight] of weights.entries()) {
    for (let chosen = Math.min(size, used + 1); chosen >= 1; chosen--) addShifted(ways[chosen]!, ways[chosen - 1]!, weight);
  }
  return ways[size]!;
}

function addShifted(target: Float64Array, source: Float64Array, shift: number): void {
  for (let sum = shift; sum < target.length; sum++) target[sum]! += source[sum - shift]!;
}
