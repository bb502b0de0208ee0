import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';

/**
 * Sums and cross-products of several items over complete rows: all that means, covariances, correlations, reliability, factors and
 * least squares need. They add up over any split of the data.
 */
export interface CrossMoments {
  readonly n: number;
  /** the point from which deviations are taken, one coordinate per item: near the data, large offsets cost no digits */
  readonly origin: readonly number[];
  /** per item, Σ (x − origin) */
  readonly sums: readonly number[];
  /** per pair of items, Σ (x − origin)(y − origin); symmetric */
  readonly products: readonly (readonly number[])[];
}

/** Correlations of all pairs of items. */
export interface CorrelationMatrix {
  readonly kind: 'correlation-matrix';
  readonly n: number;
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Cross-moments of complete rows, from the first row as origin. No rows: n = 0 and no items. Throws RangeError for rows of unequal
 * length, NaN or an infinity.
 * @example crossMomentsOf([[1, 10], [2, 30]]) // { n: 2, origin: [1, 10], sums: [1, 20], products: [[1, 20], [20, 400]] }
 */
export function crossMomentsOf(rows: readonly (readonly number[])[]): CrossMoments {
  const items = requireTable(rows);
  const origin = [...(rows[0] ?? [])];
  const deviation = new Float64Array(items);
  const sums = new Float64Array(items);
  const products = new Float64Array(items * items);
  for (const row of rows) {
    for (let i = 0; i < items; i++) {
      const own = row[i]! - origin[i]!;
      deviation[i] = own;
      sums[i]! += own;
      const start = i * items;
      for (let j = 0; j <= i; j++) products[start + j]! += own * deviation[j]!;
    }
  }
  return {
    n: rows.length,
    origin,
    sums: [...sums],
    products: squareOf(items, (i, j) => products[Math.max(i, j) * items + Math.min(i, j)]!),
  };
}

/**
 * Cross-moments of two samples together, seen from the origin of the first (of the second when the first is empty). Throws
 * RangeError when the items differ in number.
 * @example addCrossMoments(crossMomentsOf([[1, 10]]), crossMomentsOf([[2, 30]])) // { n: 2, origin: [1, 10], sums: [1, 20], products: [[1, 20], [20, 400]] }
 */
export function addCrossMoments(a: CrossMoments, b: CrossMoments): CrossMoments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  if (a.origin.length !== b.origin.length) throw new RangeError('only moments of the same items can be added');
  const moved = seenFrom(b, a.origin);
  return {
    n: a.n + moved.n,
    origin: a.origin,
    sums: a.sums.map((sum, i) => sum + moved.sums[i]!),
    products: squareOf(a.origin.length, (i, j) => a.products[i]![j]! + moved.products[i]![j]!),
  };
}

/** The same moments as deviations from another origin: Σ(x − a)(y − b) = Σ x′y′ + dₓΣy′ + d_yΣx′ + n dₓd_y. */
function seenFrom({ n, origin, sums, products }: CrossMoments, wanted: readonly number[]): CrossMoments {
  const shift = origin.map((own, i) => own - wanted[i]!);
  return {
    n,
    origin: wanted,
    sums: sums.map((sum, i) => sum + n * shift[i]!),
    products: squareOf(origin.length, (i, j) => products[i]![j]! + shift[i]! * sums[j]! + shift[j]! * sums[i]! + n * shift[i]! * shift[j]!),
  };
}

/**
 * Moments of some of the items, in the order of `indexes` (from 0). Throws RangeError for an item that is not there.
 * @example selectItems(crossMomentsOf([[1, 10], [2, 30]]), [1]) // { n: 2, origin: [10], sums: [20], products: [[400]] }
 */
export function selectItems({ n, origin, sums, products }: CrossMoments, indexes: readonly number[]): CrossMoments {
  const missing = indexes.find((index) => origin[index] === undefined);
  if (missing !== undefined && n > 0) throw new RangeError(`there is no item ${missing}`);
  if (n === 0) return { n, origin: [], sums: [], products: [] };
  return {
    n,
    origin: indexes.map((i) => origin[i]!),
    sums: indexes.map((i) => sums[i]!),
    products: indexes.map((i) => indexes.map((j) => products[i]![j]!)),
  };
}

/**
 * Mean of each item. Without observations there are none: an empty list.
 * @example meansOf(crossMomentsOf([[1, 10], [2, 30]])) // [1.5, 20]
 */
export function meansOf({ n, origin, sums }: CrossMoments): number[] {
  return n === 0 ? [] : origin.map((start, i) => start + sums[i]! / n);
}

/**
 * Covariances of all pairs of items with n − 1. Variances are never negative by rounding. Fewer than two observations have none:
 * throws RangeError, so ask `n` first.
 * @example covarianceOf(crossMomentsOf([[1, 10], [2, 30]])) // [[0.5, 10], [10, 200]]
 */
export function covarianceOf({ n, sums, products }: CrossMoments): number[][] {
  if (n < 2) throw new RangeError(`a covariance needs two observations: ${n}`);
  return squareOf(sums.length, (i, j) => {
    const covariance = (products[i]![j]! - (sums[i]! * sums[j]!) / n) / (n - 1);
    return i === j ? Math.max(0, covariance) : covariance;
  });
}

/**
 * Pearson correlations of all pairs of items. Fewer than two observations are insufficient; an item that does not vary (beyond
 * rounding) leaves the matrix undetermined and is named.
 * @example correlationOf(crossMomentsOf([[1, 10], [2, 30], [3, 20]])) // { kind: 'correlation-matrix', n: 3, matrix: [[1, 0.5], [0.5, 1]] }
 */
export function correlationOf(moments: CrossMoments): Outcome<CorrelationMatrix> {
  if (moments.n < 2) return insufficient(moments.n, 2);
  const constant = constantItems(moments);
  if (constant.length > 0) return undetermined(moments.n, 'constant', constant);
  const covariance = covarianceOf(moments);
  const deviations = covariance.map((row, i) => Math.sqrt(row[i]!));
  const matrix = squareOf(deviations.length, (i, j) =>
    i === j ? 1 : Math.min(1, Math.max(-1, covariance[i]![j]! / (deviations[i]! * deviations[j]!))),
  );
  return { kind: 'correlation-matrix', n: moments.n, matrix };
}

/** What is left of a sum of squares by rounding when all values are equal, as a share of the sum. */
const roundingShare = 1e-14;

/**
 * Items whose values are all equal, as far as the sums can tell.
 * @example constantItems(crossMomentsOf([[1, 10], [1, 30]])) // [0]
 */
export function constantItems({ n, sums, products }: CrossMoments): number[] {
  return [...sums.keys()].filter((i) => {
    const squares = products[i]![i]!;
    return squares - (sums[i]! * sums[i]!) / n <= roundingShare * squares;
  });
}

const squareOf = (size: number, cell: (i: number, j: number) => number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => cell(i, j)));
