import { tTwoSided } from '../distribution/student-t.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { fisherInterval } from './fisher-interval.ts';

/** Pearson's product-moment correlation with its test of no association and its interval. */
export interface Pearson {
  readonly kind: 'pearson';
  readonly n: number;
  readonly r: number;
  /** r √((n − 2)/(1 − r²)) with `df` = n − 2; `null` at r = ±1, where it is infinite */
  readonly t: number | null;
  readonly df: number;
  /** two-sided */
  readonly p: number;
  readonly confidence: number;
  /** Fisher's interval with standard error 1/√(n − 3); `null` for n = 3 */
  readonly interval: Interval | null;
}

/**
 * Pearson's correlation of two items from their cross-moments (exactly two items, see `selectItems`). Fewer than three observations are
 * insufficient; a constant item leaves it undetermined. Source: Fisher (1915), Biometrika 10, 507–521; (1921), Metron 1, 3–32. Throws
 * RangeError for other than two items.
 * @example pearsonFromMoments({ n: 5, origin: [3, 3], sums: [0, 0], products: [[10, 8], [8, 10]] }) // { n: 5, r: 0.8000…, t: 2.3094…, p: 0.1040…, interval: [-0.2796…, 0.9861…] }
 */
export function pearsonFromMoments(moments: CrossMoments, { confidence = 0.95 } = {}): Outcome<Pearson> {
  if (moments.n < 3) return insufficient(moments.n, 3);
  if (moments.sums.length !== 2) throw new RangeError(`a correlation is of two items: ${moments.sums.length}`);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const r = correlation.matrix[0]![1]!;
  const { n } = moments;
  const interval = n > 3 ? fisherInterval(r, 1 / Math.sqrt(n - 3), confidence) : null;
  return { kind: 'pearson', n, r, ...tTestOfCorrelation(r, n), confidence, interval };
}

/**
 * Pearson's correlation of two variables, see `pearsonFromMoments`. Throws RangeError for unequal lengths, NaN or an infinity.
 * @example pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) // { kind: 'pearson', n: 5, r: 0.8000…, df: 3, p: 0.1040… }
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, options: { readonly confidence?: number } = {}): Outcome<Pearson> {
  requireSameLength(x, y);
  return pearsonFromMoments(crossMomentsOf(Array.from(x, (value, index) => [value, y[index]!])), options);
}

/**
 * Student's test that a correlation over n ≥ 3 observations is 0. At r = ±1 the statistic is infinite (`null`) and p is 0. Source:
 * Student (1908), Biometrika 6, 302–310. Throws RangeError for n < 3 or r outside −1..1.
 * @example tTestOfCorrelation(0.8, 5) // { t: 2.3094…, df: 3, p: 0.1040… }
 */
export function tTestOfCorrelation(r: number, n: number): { readonly t: number | null; readonly df: number; readonly p: number } {
  if (!(n >= 3 && Math.abs(r) <= 1)) throw new RangeError(`needs n of at least 3 and r between -1 and 1: ${n}, ${r}`);
  const df = n - 2;
  if (Math.abs(r) === 1) return { t: null, df, p: 0 };
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  return { t, df, p: tTwoSided(t, df) };
}
