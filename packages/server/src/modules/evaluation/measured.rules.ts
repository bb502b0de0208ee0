import { quantiles } from '@zhiheng/stats/histogram';
import { meanInterval, wilsonInterval } from '@zhiheng/stats/intervals';
import type { Aggregate } from '@zhiheng/contract/measurement/indicator';
import { fromStored, type IndicatorRecord } from '../measurement/index.ts';
import type { Sums } from './sums.rules.ts';

/** What was measured of one indicator over one slice and time, in the indicator's unit. */
export interface Measured {
  /** null: nothing was measured */
  readonly value: number | null;
  readonly n: number;
  /** enough observations to speak of the value */
  readonly sufficient: boolean;
  /** 95 % interval, where one can be given */
  readonly interval: readonly [number, number] | null;
}

export const unmeasured: Measured = { value: null, n: 0, sufficient: false, interval: null };

type Form = Pick<IndicatorRecord, 'measure' | 'unit' | 'decimals' | 'aggregate'>;

/** Shares of the observations that lie below a percentile. */
export const quantileShares = { median: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
type Quantile = keyof typeof quantileShares;
export const isQuantile = (name: string): name is Quantile => name in quantileShares;

/**
 * The figure that the observations of a period make: a share is yes among all in percent, everything else follows the
 * indicator's aggregate. Counts and sums are complete enumerations, so they suffice as soon as anything was measured; all
 * other figures need `minimumN` observations.
 */
export function measuredOf(form: Form, sums: Sums | null, minimumN: number): Measured {
  if (sums === null || sums.n <= 0) return unmeasured;
  const complete = form.measure === 'count' || (form.measure !== 'share' && form.aggregate === 'sum');
  const [value, interval] = estimateOf(form, sums);
  return { value, interval, n: sums.n, sufficient: value !== null && (complete || sums.n >= minimumN) };
}

type Estimate = readonly [value: number | null, interval: readonly [number, number] | null];

function estimateOf(form: Form, sums: Sums): Estimate {
  if (form.measure === 'share') return shareOf(sums.total, sums.n);
  const { aggregate } = form;
  if (isQuantile(aggregate)) return quantileOf(form, sums, quantileShares[aggregate]);
  return [inUnit(form, plain[aggregate](sums)), aggregate === 'mean' ? intervalInUnit(form, meanOf(sums)) : null];
}

const plain: Readonly<Record<Exclude<Aggregate, Quantile>, (sums: Sums) => number | null>> = {
  mean: (sums) => sums.total / sums.n,
  sum: (sums) => sums.total,
  min: (sums) => sums.low,
  max: (sums) => sums.high,
};

const meanOf = (sums: Sums) => meanInterval({ n: sums.n, sum: sums.total, squares: sums.squares });
const inUnit = (form: Form, stored: number | null): number | null => (stored === null ? null : fromStored(form, stored));
const intervalInUnit = (form: Form, interval: readonly [number, number] | null): Estimate[1] =>
  interval === null ? null : [fromStored(form, interval[0]), fromStored(form, interval[1])];

/** Percent of yes among n with its Wilson interval. n must be above 0. */
export function shareOf(yes: number, n: number): readonly [value: number, interval: readonly [number, number] | null] {
  const interval = wilsonInterval(yes, n);
  return [(100 * yes) / n, interval === null ? null : [100 * interval[0], 100 * interval[1]]];
}

const z95 = 1.959963984540054;

/**
 * A percentile, and its interval by ranks: the observations at the ranks that a binomial count around n·p reaches in 95 %.
 * Free of any assumption about the distribution; with so few observations that a rank would lie outside, there is none.
 * Source: Hahn, Meeker (1991), Statistical Intervals, section 5.2, with the normal approximation of the ranks.
 */
function quantileOf(form: Form, sums: Sums, share: number): Estimate {
  if (sums.histogram === null) throw new RangeError('a percentile needs the histogram to be read');
  const reach = z95 * Math.sqrt((share * (1 - share)) / sums.n);
  const [value = null, below = null, above = null] = quantiles(sums.histogram, [share, share - reach, share + reach], extremesOf(sums));
  const outside = share - reach <= 0 || share + reach >= 1 || below === null || above === null;
  return [inUnit(form, value), outside ? null : intervalInUnit(form, [below, above])];
}

const extremesOf = ({ low, high }: Sums): readonly [number, number] | undefined =>
  low === null || high === null ? undefined : [low, high];

/** Percentiles in the indicator's unit, by name; null where there is no distribution, as for a share. */
export function percentilesOf<Name extends string>(
  form: Form,
  sums: Sums | null,
  shares: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> | null {
  if (sums === null || sums.n <= 0 || sums.histogram === null || form.measure === 'share') return null;
  const found = quantiles(sums.histogram, Object.values(shares), extremesOf(sums));
  if (found.some((value) => value === null)) return null;
  // The names come from `shares`, each with its value.
  return Object.fromEntries(Object.keys(shares).map((name, index) => [name, inUnit(form, found[index] ?? null)])) as Record<Name, number>;
}
