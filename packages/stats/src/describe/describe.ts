import { meanInterval } from '../intervals/mean-interval.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { mean } from './mean.ts';
import { quantileOfSorted, type QuantileType } from './quantile.ts';
import { variance } from './spread.ts';

/** What one variable looks like, in its own unit. */
export interface Description {
  readonly kind: 'description';
  readonly n: number;
  readonly mean: number;
  /** with n − 1; null for a single value, like the two that follow from it */
  readonly standardDeviation: number | null;
  /** of the mean */
  readonly standardError: number | null;
  /** of the mean, by Student's t */
  readonly ci95: Interval | null;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
  readonly method: { readonly quantileType: QuantileType };
}

/**
 * Mean with its interval, spread and the five numbers of Tukey, by the given definition of a quantile. No value at all is insufficient.
 * Throws RangeError for NaN or an infinity.
 * @example describe([1, 2, 3]) // { n: 3, mean: 2, standardDeviation: 1, ci95: [-0.484137711…, 4.484137711…], median: 2, upperQuartile: 2.5 }
 */
export function describe(
  values: ArrayLike<number>,
  { quantileType = 7 }: { readonly quantileType?: QuantileType } = {},
): Description | Insufficient {
  requireFinite(values, 'values');
  const n = values.length;
  if (n === 0) return insufficient(0, 1);
  const centre = mean(values);
  const squared = variance(values);
  const sorted = Float64Array.from(values).sort();
  const at = (p: number): number => quantileOfSorted(sorted, p, quantileType);
  return {
    kind: 'description',
    n,
    mean: centre,
    standardDeviation: squared === null ? null : Math.sqrt(squared),
    standardError: squared === null ? null : Math.sqrt(squared / n),
    ci95: squared === null ? null : shifted(meanInterval({ n, sum: 0, squares: squared * (n - 1) }), centre),
    min: sorted[0]!,
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    max: sorted[n - 1]!,
    method: { quantileType },
  };
}

const shifted = (interval: Interval | null, by: number): Interval | null =>
  interval === null ? null : [interval[0] + by, interval[1] + by];
