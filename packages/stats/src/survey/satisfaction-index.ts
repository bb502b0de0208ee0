import { zOf } from '../intervals/counts.ts';
import { pairwiseMomentsOf, type PairwiseMoments } from '../moments/pairwise-moments.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';

/** Customer satisfaction index: weighted item means, brought to 0–100. */
export interface SatisfactionIndex {
  readonly kind: 'satisfaction-index';
  /** answers to the item with the fewest */
  readonly n: number;
  readonly itemMeans: readonly number[];
  /** answers per item */
  readonly itemCounts: readonly number[];
  /** as used: they add to 1 */
  readonly weights: readonly number[];
  /** 100 Σ w (mean − min)/(max − min) */
  readonly index: number;
  readonly confidence: number;
  /** of the index, by the normal distribution and with the covariances of the items, the weights taken as known; null with a single answer */
  readonly interval: Interval | null;
  /** the same index with equal weights */
  readonly unweightedIndex: number;
  /** 100 Σ w mean / max: higher than the index, because the lowest answer is not 0; never mix the two */
  readonly percentOfMaximum: number;
}

/** Scale and weights of a satisfaction index. */
export interface SatisfactionIndexOptions {
  /** lowest and highest answer */
  readonly scale: readonly [min: number, max: number];
  /** one per item, not negative, of any sum; equal unless said */
  readonly weights?: readonly number[];
  readonly confidence?: number;
}

/**
 * Satisfaction index from pairwise sums, so that an item which a person skipped costs that item only. An item without answers is
 * insufficient. Throws RangeError for an empty scale and for weights that are negative, all zero or not one per item.
 * Source of the index: Fornell et al. (1996), Journal of Marketing 60(4), 7–18.
 * @example satisfactionIndexFromMoments(pairwiseMomentsOf([[1, 5], [3, 5]], { items: 2 }), { scale: [1, 5] }) // { itemMeans: [2, 5], index: 62.5, unweightedIndex: 62.5, percentOfMaximum: 70 }
 */
export function satisfactionIndexFromMoments(
  moments: PairwiseMoments,
  { scale: [min, max], weights = moments.origin.map(() => 1), confidence = 0.95 }: SatisfactionIndexOptions,
): SatisfactionIndex | Insufficient {
  if (!(min < max)) throw new RangeError(`a scale needs its lower end first: ${min}, ${max}`);
  const shares = normalised(weights, moments.origin.length);
  const itemCounts = moments.origin.map((_, i) => moments.n[i]![i]!);
  const n = Math.min(...itemCounts);
  if (!(n >= 1 && itemCounts.length > 0)) return insufficient(itemCounts.length === 0 ? 0 : n, 1);
  const itemMeans = moments.origin.map((origin, i) => origin + moments.sums[i]![i]! / itemCounts[i]!);
  const onScale = (value: number): number => (100 * (value - min)) / (max - min);
  const weightedMean = dot(shares, itemMeans);
  const error = standardErrorOf(moments, shares);
  const half = error === null ? null : ((100 * error) / (max - min)) * zOf(confidence);
  const index = onScale(weightedMean);
  return {
    kind: 'satisfaction-index',
    n,
    itemMeans,
    itemCounts,
    weights: shares,
    index,
    confidence,
    interval: half === null ? null : [index - half, index + half],
    unweightedIndex: onScale(itemMeans.reduce((sum, mean) => sum + mean, 0) / itemMeans.length),
    percentOfMaximum: (100 * weightedMean) / max,
  };
}

/**
 * Satisfaction index of rows with one column per item; `null` is a missing answer. Throws RangeError as `satisfactionIndexFromMoments`,
 * for rows of unequal length, and for answers that are not finite.
 * @example satisfactionIndex([[1, 5], [3, null]], { scale: [1, 5], weights: [1, 3] }) // { itemCounts: [2, 1], weights: [0.25, 0.75], index: 81.25 }
 */
export function satisfactionIndex(
  rows: readonly (readonly (number | null)[])[],
  options: SatisfactionIndexOptions,
): SatisfactionIndex | Insufficient {
  const items = rows[0]?.length ?? options.weights?.length ?? 0;
  const middle = (options.scale[0] + options.scale[1]) / 2;
  return satisfactionIndexFromMoments(pairwiseMomentsOf(rows, { items, origin: Array<number>(items).fill(middle) }), options);
}

function normalised(weights: readonly number[], items: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length !== items) throw new RangeError(`one weight per item is needed: ${weights.length} for ${items}`);
  if (items > 0 && !(weights.every((weight) => weight >= 0) && sum > 0 && Number.isFinite(sum))) {
    throw new RangeError('weights must not be negative, and not all zero');
  }
  return weights.map((weight) => weight / sum);
}

/**
 * Standard error of Σ w·mean when each mean is over the answers that are there: cov(meanᵢ, meanⱼ) = covᵢⱼ nᵢⱼ / (nᵢ nⱼ). `null` when an
 * item has a single answer.
 */
function standardErrorOf({ n, sums, products }: PairwiseMoments, weights: readonly number[]): number | null {
  if (weights.some((_, i) => n[i]![i]! < 2)) return null;
  const covarianceOfMeans = (i: number, j: number): number => {
    const both = n[i]![j]!;
    if (both < 2) return 0;
    const covariance = (products[i]![j]! - (sums[i]![j]! * sums[j]![i]!) / both) / (both - 1);
    return (covariance * both) / (n[i]![i]! * n[j]![j]!);
  };
  const variance = weights.reduce(
    (sum, weight, i) =>
      sum +
      weight *
        dot(
          weights,
          weights.map((_, j) => covarianceOfMeans(i, j)),
        ),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
