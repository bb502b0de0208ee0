import { readVarint, writeVarint } from './varint.ts';

/**
 * Histogram with logarithmic buckets: any percentile within ±1 % of the true value, for values of either sign and for zero.
 * Histograms add: counts of equal buckets are summed, so parts merged in any order give the same histogram.
 *
 * Bucket i > 0 holds (γ^(i−1), γ^i] with γ = 1.01/0.99, bucket 0 holds zero, bucket −i mirrors bucket i.
 * Source: Masson, Rim, Lee (2019), DDSketch, PVLDB 12(12), section 2.
 */
export type LogHistogram = ReadonlyMap<number, number>;

const accuracy = 0.01;
const gamma = (1 + accuracy) / (1 - accuracy);
const logGamma = Math.log(gamma);
/** Values are integers; the smallest magnitude is 1, whose bucket is 1. */
const shift = 1;

/**
 * Bucket of an integer value.
 * @example bucketOf(0) // 0
 * @example bucketOf(-1) === -bucketOf(1) // true
 */
export function bucketOf(value: number): number {
  if (value === 0) return 0;
  const index = Math.ceil(Math.log(Math.abs(value)) / logGamma - 1e-9) + shift;
  return value > 0 ? index : -index;
}

/**
 * Middle of a bucket in the sense of equal relative error on both sides.
 * @example valueOfBucket(bucketOf(1000)) // 1002.42…
 */
export function valueOfBucket(bucket: number): number {
  if (bucket === 0) return 0;
  const magnitude = (2 * gamma ** (Math.abs(bucket) - shift)) / (gamma + 1);
  return bucket > 0 ? magnitude : -magnitude;
}

/**
 * Adds the counts of `part` to `target` in place; counts that fall to zero disappear (corrections subtract).
 * @example
 * const sum = new Map([[3, 2]]);
 * addHistogram(sum, new Map([[3, -2], [5, 1]]));
 * [...sum] // [[5, 1]]
 */
export function addHistogram(target: Map<number, number>, part: LogHistogram): void {
  for (const [bucket, count] of part) addToBucket(target, bucket, count);
}

/**
 * Adds a count to one bucket of `target` in place; a bucket whose count falls to zero disappears.
 * @example
 * const histogram = new Map([[3, 2]]);
 * addToBucket(histogram, 3, 1);
 * [...histogram] // [[3, 3]]
 */
export function addToBucket(target: Map<number, number>, bucket: number, count: number): void {
  const sum = (target.get(bucket) ?? 0) + count;
  if (sum === 0) target.delete(bucket);
  else target.set(bucket, sum);
}

/**
 * Quantiles by rank: the value below or at which a share `p` of the observations lies (inverse of the empirical distribution).
 * Clamped to [low, high] where the true extremes are known. An empty histogram has no quantile: `null`.
 * @example quantiles(new Map([[bucketOf(1000), 1]]), [0.5]) // [1002.42…]
 * @example quantiles(new Map(), [0.5]) // [null]
 */
export function quantiles(histogram: LogHistogram, shares: readonly number[], bounds?: readonly [number, number]): (number | null)[] {
  const buckets = [...histogram].filter(([, count]) => count > 0).sort((a, b) => a[0] - b[0]);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  return shares.map((share) =>
    total === 0 ? null : clamp(valueOfBucket(bucketAtRank(buckets, Math.max(1, Math.ceil(share * total)))), bounds),
  );
}

function bucketAtRank(buckets: readonly (readonly [number, number])[], rank: number): number {
  let seen = 0;
  for (const [bucket, count] of buckets) {
    seen += count;
    if (seen >= rank) return bucket;
  }
  return buckets.at(-1)?.[0] ?? 0;
}

const clamp = (value: number, bounds: readonly [number, number] | undefined): number =>
  bounds === undefined ? value : Math.min(Math.max(value, bounds[0]), bounds[1]);

/**
 * Compact bytes: pairs of zigzag varints, bucket as difference from the one before, then its count (which may be negative in a delta).
 * @example [...encodeHistogram(new Map([[3, 2]]))] // [6, 4]
 */
export function encodeHistogram(histogram: LogHistogram): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const [bucket, count] of [...histogram].sort((a, b) => a[0] - b[0])) {
    writeVarint(bytes, bucket - previous);
    writeVarint(bytes, count);
    previous = bucket;
  }
  return Uint8Array.from(bytes);
}

/**
 * Adds encoded counts to `target` without building a map of their own. Throws RangeError on cut-off bytes.
 * @example
 * const target = new Map([[3, 1]]);
 * addEncoded(target, encodeHistogram(new Map([[3, 2]])));
 * [...target] // [[3, 3]]
 */
export function addEncoded(target: Map<number, number>, bytes: Uint8Array): void {
  const reader = { bytes, at: 0 };
  let bucket = 0;
  while (reader.at < bytes.length) {
    bucket += readVarint(reader);
    addToBucket(target, bucket, readVarint(reader));
  }
}

/**
 * The histogram of encoded bytes. Throws RangeError on cut-off bytes.
 * @example [...decodeHistogram(encodeHistogram(new Map([[3, 2]])))] // [[3, 2]]
 */
export function decodeHistogram(bytes: Uint8Array): Map<number, number> {
  const target = new Map<number, number>();
  addEncoded(target, bytes);
  return target;
}
