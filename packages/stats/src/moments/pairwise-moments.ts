import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import type { CorrelationMatrix } from './cross-moments.ts';

/**
 * Sums of every pair of items over the rows that answer both, for tables with gaps. Each is a square: row i, column j. They add up
 * over any split of the data as long as the origin is the same.
 */
export interface PairwiseMoments {
  /** the point from which deviations are taken, one coordinate per item */
  readonly origin: readonly number[];
  /** how many rows have both; on the diagonal, how many have the item */
  readonly n: readonly (readonly number[])[];
  /** Σ (xᵢ − origin) over the rows that have both i and j; not symmetric */
  readonly sums: readonly (readonly number[])[];
  /** Σ (xᵢ − origin)² over the rows that have both i and j; not symmetric */
  readonly squares: readonly (readonly number[])[];
  /** Σ (xᵢ − origin)(xⱼ − origin) over the rows that have both */
  readonly products: readonly (readonly number[])[];
}

/**
 * Pairwise moments of rows in which `null` is a missing answer. `origin` (zeros unless given) should lie near the data, for example
 * at the middle of the scale. Throws RangeError for NaN, an infinity, or a row whose length is not `items`.
 * @example pairwiseMomentsOf([[1, 2], [3, null]], { items: 2 }) // { n: [[2, 1], [1, 1]], sums: [[4, 1], [2, 2]], products: [[10, 2], [2, 4]] }
 */
export function pairwiseMomentsOf(
  rows: readonly (readonly (number | null)[])[],
  { items, origin = Array<number>(items).fill(0) }: { readonly items: number; readonly origin?: readonly number[] },
): PairwiseMoments {
  if (origin.length !== items) throw new RangeError(`the origin needs ${items} coordinates: ${origin.length}`);
  const [n, sums, squares, products] = [zeros(items), zeros(items), zeros(items), zeros(items)];
  const present = new Int32Array(items);
  const deviation = new Float64Array(items);
  for (const row of rows) {
    const answered = readRow(row, origin, { present, deviation });
    for (let a = 0; a < answered; a++) {
      const start = present[a]! * items;
      const own = deviation[present[a]!]!;
      for (let b = 0; b < answered; b++) {
        const at = start + present[b]!;
        n[at]! += 1;
        sums[at]! += own;
        squares[at]! += own * own;
        products[at]! += own * deviation[present[b]!]!;
      }
    }
  }
  return {
    origin,
    n: squareOf(n, items),
    sums: squareOf(sums, items),
    squares: squareOf(squares, items),
    products: squareOf(products, items),
  };
}

/** Notes which items a row answers, in order, and how far from the origin; returns how many there are. */
function readRow(
  row: readonly (number | null)[],
  origin: readonly number[],
  { present, deviation }: { readonly present: Int32Array; readonly deviation: Float64Array },
): number {
  if (row.length !== origin.length) throw new RangeError(`rows must have ${origin.length} cells: ${row.length}`);
  let answered = 0;
  for (let item = 0; item < row.length; item++) {
    const cell = row[item]!;
    if (cell === null) continue;
    requireFinite([cell], 'cells');
    deviation[item] = cell - origin[item]!;
    present[answered++] = item;
  }
  return answered;
}

/**
 * Pairwise moments of two samples together. Throws RangeError when their origins differ.
 * @example addPairwiseMoments(pairwiseMomentsOf([[1, 2]], { items: 2 }), pairwiseMomentsOf([[3, null]], { items: 2 })) // { n: [[2, 1], [1, 1]], sums: [[4, 1], [2, 2]] }
 */
export function addPairwiseMoments(a: PairwiseMoments, b: PairwiseMoments): PairwiseMoments {
  if (a.origin.length !== b.origin.length || a.origin.some((own, i) => own !== b.origin[i])) {
    throw new RangeError('only pairwise moments from the same origin can be added');
  }
  const add = (x: PairwiseMoments['n'], y: PairwiseMoments['n']): number[][] => x.map((row, i) => row.map((value, j) => value + y[i]![j]!));
  return {
    origin: a.origin,
    n: add(a.n, b.n),
    sums: add(a.sums, b.sums),
    squares: add(a.squares, b.squares),
    products: add(a.products, b.products),
  };
}

/**
 * Moments of (x − min)/(max − min), for items whose scales differ, seen from zero. Throws RangeError when scales are not one per item or have no width.
 * @example rescaledPairwiseMoments(pairwiseMomentsOf([[1, 10], [5, 0]], { items: 2 }), [{ min: 1, max: 5 }, { min: 0, max: 10 }]) // { origin: [0, 0], n: [[2, 2], [2, 2]], sums: [[1, 1], [1, 1]], products: [[1, 0], [0, 1]] }
 */
export function rescaledPairwiseMoments(
  { origin, n, sums, squares, products }: PairwiseMoments,
  scales: readonly { readonly min: number; readonly max: number }[],
): PairwiseMoments {
  if (scales.length !== origin.length || !scales.every(({ min, max }) => max > min))
    throw new RangeError('each item needs a scale with its lower end first');
  const low = scales.map(({ min }, i) => min - origin[i]!);
  const width = scales.map(({ min, max }) => max - min);
  const square = (cell: (i: number, j: number) => number): number[][] => n.map((row, i) => row.map((_, j) => cell(i, j)));
  return {
    origin: origin.map(() => 0),
    n,
    sums: square((i, j) => (sums[i]![j]! - n[i]![j]! * low[i]!) / width[i]!),
    squares: square((i, j) => (squares[i]![j]! - 2 * low[i]! * sums[i]![j]! + n[i]![j]! * low[i]! ** 2) / width[i]! ** 2),
    products: square(
      (i, j) =>
        (products[i]![j]! - low[j]! * sums[i]![j]! - low[i]! * sums[j]![i]! + n[i]![j]! * low[i]! * low[j]!) / (width[i]! * width[j]!),
    ),
  };
}

/**
 * Pearson correlations, each over the rows that have both items; `n` is the smallest number of rows behind a pair. A pair with fewer
 * than two rows is insufficient, an item constant within a pair is undetermined. The matrix need not be positive definite.
 * @example pairwiseCorrelationOf(pairwiseMomentsOf([[1, 1], [2, 3], [3, 2], [9, null]], { items: 2 })) // { n: 3, matrix: [[1, 0.5], [0.5, 1]] }
 */
export function pairwiseCorrelationOf(moments: PairwiseMoments): Outcome<CorrelationMatrix> {
  const items = moments.origin.length;
  const smallest = Math.min(...moments.n.flat());
  if (items === 0 || smallest < 2) return insufficient(items === 0 ? 0 : smallest, 2);
  const constant = [...moments.origin.keys()].filter((i) => [...moments.origin.keys()].some((j) => !variesWithin(moments, i, j)));
  if (constant.length > 0) return undetermined(smallest, 'constant', constant);
  const matrix = moments.origin.map((_, i) => moments.origin.map((_, j) => (i === j ? 1 : correlationWithin(moments, i, j))));
  return { kind: 'correlation-matrix', n: smallest, matrix };
}

/** Σ (xᵢ − mean)² over the rows that have both i and j. */
function deviationSquares({ n, sums, squares }: PairwiseMoments, i: number, j: number): number {
  return squares[i]![j]! - sums[i]![j]! ** 2 / n[i]![j]!;
}

const variesWithin = (moments: PairwiseMoments, i: number, j: number): boolean =>
  deviationSquares(moments, i, j) > 1e-14 * moments.squares[i]![j]!;

function correlationWithin(moments: PairwiseMoments, i: number, j: number): number {
  const { n, sums, products } = moments;
  const shared = products[i]![j]! - (sums[i]![j]! * sums[j]![i]!) / n[i]![j]!;
  return Math.min(1, Math.max(-1, shared / Math.sqrt(deviationSquares(moments, i, j) * deviationSquares(moments, j, i))));
}

const zeros = (size: number): Float64Array => new Float64Array(size * size);

const squareOf = (cells: Float64Array, size: number): number[][] =>
  Array.from({ length: size }, (_, row) => [...cells.subarray(row * size, (row + 1) * size)]);
