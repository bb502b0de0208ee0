import { percentileInterval } from '../intervals/percentile-interval.ts';
import { seededRandom, type Random } from '../random/seeded-random.ts';
import { isDetermined, type Interval, type Outcome } from '../result/outcome.ts';
import type { Category } from './agreement-table.ts';
import { coincidencesOf, disagreementOf, krippendorffAlpha, type AlphaMetric, type Coincidences } from './krippendorff-alpha.ts';

/** Krippendorff's α between its bootstrapped limits. */
export interface KrippendorffInterval {
  readonly kind: 'krippendorff-interval';
  /** ratings that could be paired, and pairs that are drawn for each α */
  readonly n: number;
  readonly pairs: number;
  readonly alpha: number;
  readonly interval: Interval;
  readonly method: { readonly metric: AlphaMetric; readonly resamples: number; readonly seed: number };
}

/** From which seed, how often, and between which percentiles: 2,000 times and 95 % unless said. */
export interface KrippendorffOptions {
  readonly seed: number;
  readonly resamples?: number;
  readonly confidence?: number;
}

/**
 * Interval of Krippendorff's α from its bootstrapped distribution: for every pair of ratings within a unit a disagreement is drawn from all observed ones, the
 * expected disagreement stays what it is. An α below −1 counts as −1; where drawing gives equal pairs of a single value only, which no α can be told from, it
 * counts as 0. Says how sure α is for these raters and units as they are, not how it would be with other units. Undetermined and insufficient as
 * `krippendorffAlpha`. The same seed gives the same limits. Source: Krippendorff (2016), Bootstrapping distributions for Krippendorff's alpha; Hayes,
 * Krippendorff (2007), Communication Methods and Measures 1, 77–89. Throws RangeError as `krippendorffAlpha`, and for a seed that is no integer.
 * @example krippendorffInterval([[1, 1], [2, 2], [1, 2], [3, 3]], 'nominal', { seed: 1 }) // { n: 8, pairs: 4, alpha: 0.6666…, method: { metric: 'nominal', resamples: 2000, seed: 1 } }
 */
export function krippendorffInterval(
  rows: readonly (readonly (Category | null)[])[],
  metric: AlphaMetric,
  { seed, resamples = 2000, confidence = 0.95 }: KrippendorffOptions,
): Outcome<KrippendorffInterval> {
  const coincidences = coincidencesOf(rows);
  const whole = krippendorffAlpha(coincidences, metric);
  if (!isDetermined(whole)) return whole;
  const sizes = rows.map((row) => row.filter((value) => value !== null).length).filter((size) => size > 1);
  const weights = sizes.flatMap((size) => Array<number>((size * (size - 1)) / 2).fill(2 / ((size - 1) * whole.n * whole.expected)));
  const draw = drawer(coincidences, metric);
  const random = seededRandom(seed);
  const alphas = Array.from({ length: resamples }, () => drawAlpha(weights, draw, random));
  return {
    kind: 'krippendorff-interval',
    ...{ n: whole.n, pairs: weights.length, alpha: whole.alpha, interval: percentileInterval(alphas, confidence) },
    method: { metric, resamples, seed },
  };
}

/** Two ratings of the same unit: how far they are apart, and which value it is where they are equal. */
interface Pair {
  readonly distance: number;
  readonly equal: number | null;
}

/** Draws pairs as often as they were observed. */
function drawer(coincidences: Coincidences, metric: AlphaMetric): (random: Random) => Pair {
  const { cells } = coincidences;
  const distance = disagreementOf(coincidences, metric);
  const pairs = cells.flatMap((row, i) =>
    row.map((count, j) => ({ count, pair: { distance: distance(i, j), equal: i === j ? i : null } })).filter(({ count }) => count > 0),
  );
  const total = pairs.reduce((sum, { count }) => sum + count, 0);
  return (random) => {
    let left = random() * total;
    const found = pairs.find(({ count }) => (left -= count) < 0) ?? pairs.at(-1);
    if (found === undefined) throw new RangeError('there is no pair to draw');
    return found.pair;
  };
}

function drawAlpha(weights: readonly number[], draw: (random: Random) => Pair, random: Random): number {
  const equals = new Set<number | null>();
  const alpha = weights.reduce((rest, weight) => {
    const { distance, equal } = draw(random);
    equals.add(equal);
    return rest - weight * distance;
  }, 1);
  if (equals.size === 1 && !equals.has(null)) return 0;
  return Math.max(-1, alpha);
}
