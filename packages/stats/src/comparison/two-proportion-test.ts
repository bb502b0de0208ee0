import { normalQuantile, normalUpper } from '../distribution/normal.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { confidenceOf, type ConfidenceOptions } from './confidence.ts';

/** How many of n have the property. */
export interface Proportion {
  readonly count: number;
  readonly n: number;
}

/** A ratio with the standard error of its logarithm, on which the interval stands. */
export interface Ratio {
  readonly estimate: number;
  readonly logStandardError: number;
  readonly interval: Interval;
}

/** Do two shares differ? */
export interface TwoProportionTest {
  readonly kind: 'two-proportion-test';
  readonly n: number;
  readonly shares: readonly [number, number];
  /** first share less the second */
  readonly difference: number;
  /** difference over its standard error under equal shares (pooled) */
  readonly z: number;
  /** two-sided */
  readonly p: number;
  /** two-sided, with Yates's continuity correction */
  readonly pYates: number;
  readonly confidence: number;
  /** of the difference, after Newcombe: two Wilson intervals combined; stays within −1 to 1 */
  readonly interval: Interval;
  /** of the difference, after Wald: shares not pooled */
  readonly waldInterval: Interval;
  /** null where a cell of the four is empty */
  readonly oddsRatio: Ratio | null;
  /** null where nobody of either group has the property */
  readonly riskRatio: Ratio | null;
  readonly method: { readonly test: 'pooled'; readonly interval: 'Newcombe 10' };
}

/**
 * Test of two shares from counts. Needs one observation in each; shares that are both 0 or both 1 leave it undetermined. Throws
 * RangeError for counts outside 0..n.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, methods 1 and 10; Yates (1934), JRSS Supplement 1, 217–235; odds
 * ratio: Woolf (1955), Annals of Human Genetics 19, 251–253; risk ratio: Katz et al. (1978), Biometrics 34, 469–474.
 * @example twoProportionTest({ count: 56, n: 70 }, { count: 48, n: 80 }) // { difference: 0.20000…, interval: [0.0524…, 0.3339…], waldInterval: [0.0575…, 0.3425…] }
 */
export function twoProportionTest(first: Proportion, second: Proportion, options: ConfidenceOptions = {}): Outcome<TwoProportionTest> {
  const confidence = confidenceOf(options);
  for (const { count, n } of [first, second]) if (!(count >= 0 && count <= n)) throw new RangeError('a count lies between 0 and n');
  const n = first.n + second.n;
  if (Math.min(first.n, second.n) < 1) return insufficient(Math.min(first.n, second.n), 1);
  const pooled = (first.count + second.count) / n;
  if (pooled === 0 || pooled === 1) return undetermined(n, 'no-variation');
  const [a, b] = [first.count / first.n, second.count / second.n];
  const weight = 1 / first.n + 1 / second.n;
  const pooledError = Math.sqrt(pooled * (1 - pooled) * weight);
  const correction = Math.min(0.5 * weight, Math.abs(a - b));
  const quantile = normalQuantile((1 + confidence) / 2);
  const half = quantile * Math.sqrt((a * (1 - a)) / first.n + (b * (1 - b)) / second.n);
  return {
    kind: 'two-proportion-test',
    n,
    shares: [a, b],
    difference: a - b,
    z: (a - b) / pooledError,
    p: twoSided((a - b) / pooledError),
    pYates: twoSided((Math.abs(a - b) - correction) / pooledError),
    confidence,
    interval: newcombeInterval(first, second, quantile),
    waldInterval: [a - b - half, a - b + half],
    oddsRatio: oddsRatioOf(first, second, quantile),
    riskRatio: riskRatioOf(first, second, quantile),
    method: { test: 'pooled', interval: 'Newcombe 10' },
  };
}

const twoSided = (z: number): number => 2 * normalUpper(Math.abs(z));

function newcombeInterval(first: Proportion, second: Proportion, z: number): Interval {
  const [a, b] = [first.count / first.n, second.count / second.n];
  const [low1, high1] = wilson(first, z);
  const [low2, high2] = wilson(second, z);
  return [a - b - Math.hypot(a - low1, high2 - b), a - b + Math.hypot(high1 - a, b - low2)];
}

function wilson({ count, n }: Proportion, z: number): Interval {
  const centre = (count + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((count * (n - count)) / n + (z * z) / 4);
  return [centre - half, centre + half];
}

function oddsRatioOf(first: Proportion, second: Proportion, z: number): Ratio | null {
  const [a, b, c, d] = [first.count, first.n - first.count, second.count, second.n - second.count];
  if (a * b * c * d === 0) return null;
  return ratioOf((a * d) / (b * c), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), z);
}

function riskRatioOf(first: Proportion, second: Proportion, z: number): Ratio | null {
  if (first.count * second.count === 0) return null;
  const estimate = first.count / first.n / (second.count / second.n);
  return ratioOf(estimate, Math.sqrt(1 / first.count - 1 / first.n + 1 / second.count - 1 / second.n), z);
}

function ratioOf(estimate: number, logStandardError: number, z: number): Ratio {
  const factor = Math.exp(z * logStandardError);
  return { estimate, logStandardError, interval: [estimate / factor, estimate * factor] };
}
