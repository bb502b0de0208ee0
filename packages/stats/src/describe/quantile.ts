import { requireFinite, requireShare } from '../result/require-finite.ts';

/**
 * The nine definitions of a sample quantile in use: 7 is the default of R and Excel's PERCENTILE.INC, 6 that of SPSS and PERCENTILE.EXC,
 * 2 averages at jumps (SAS), 1 is the inverse of the empirical distribution.
 */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * Sample quantile: the value below which a share p of the sample lies. Order and ties do not matter. Throws RangeError for an empty list
 * (ask for its length first), p outside 0..1, NaN or an infinity.
 * Source: Hyndman, Fan (1996), The American Statistician 50, 361–365.
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 * @example quantile([1, 2, 3, 4], 0.25, 6) // 1.25
 */
export function quantile(values: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  requireFinite(values, 'values');
  return quantileOfSorted(Float64Array.from(values).sort(), p, type);
}

/**
 * Median: the middle value, or the mean of both middle ones. Throws RangeError for an empty list, NaN or an infinity.
 * @example median([3, 1, 2]) // 2
 */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * Sample quantile of values that already ascend, so that several cost one sort. Throws RangeError as `quantile`.
 * @example quantileOfSorted([1, 2, 3, 4], 0.5, 2) // 2.5
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number, type: QuantileType): number {
  requireShare(p, 'the share of a quantile');
  const n = sorted.length;
  if (n === 0) throw new RangeError('an empty list has no quantile');
  const position = n * p + offsets[type](p);
  // 0.95 · 20 shall be 19, whatever a double makes of it.
  const whole = Math.floor(position + rounding * Math.max(1, position));
  const rest = Math.max(0, position - whole);
  const weight = weightOf(type, whole, rest <= rounding * Math.max(1, position) ? 0 : rest);
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, rank)) - 1]!;
  return weight === 0 ? at(whole) : at(whole) + weight * (at(whole + 1) - at(whole));
}

const rounding = 4 * Number.EPSILON;

/** How far the position of a quantile lies from n·p. */
const offsets: Readonly<Record<QuantileType, (p: number) => number>> = {
  1: () => 0,
  2: () => 0,
  3: () => -0.5,
  4: () => 0,
  5: () => 0.5,
  6: (p) => p,
  7: (p) => 1 - p,
  8: (p) => (p + 1) / 3,
  9: (p) => p / 4 + 3 / 8,
};

/** Share of the upper neighbour. */
function weightOf(type: QuantileType, whole: number, rest: number): number {
  switch (type) {
    case 1:
      return rest > 0 ? 1 : 0;
    case 2:
      return rest > 0 ? 1 : 0.5;
    case 3:
      return rest === 0 && whole % 2 === 0 ? 0 : 1;
    default:
      return rest;
  }
}
