import { normalUpper } from '../distribution/normal.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite, requireSameLength } from '../result/require-finite.ts';
import { requireCounts } from './cross-table.ts';
import { fisherInterval } from './fisher-interval.ts';
import { sortCountingSwaps } from './sort-counting-swaps.ts';

/** Kendall's τ-b with its test of no association and its interval. */
export interface Kendall {
  readonly kind: 'kendall';
  readonly n: number;
  readonly tau: number;
  /** concordant less discordant pairs */
  readonly s: number;
  /** S over its standard deviation under independence, with ties, without continuity correction */
  readonly z: number;
  /** two-sided */
  readonly p: number;
  readonly confidence: number;
  /** on Fisher's scale with standard error √(0.437/(n − 4)); `null` for n ≤ 4 */
  readonly interval: Interval | null;
  readonly method: { readonly coefficient: 'tau-b'; readonly test: 'normal, tie-corrected'; readonly interval: 'Fieller-Hartley-Pearson' };
}

/**
 * Kendall's τ-b of two variables in n log n steps: sort by the first, then count the swaps that sort the second. Fewer than three
 * observations are insufficient; a constant variable leaves it undetermined. Source: Kendall (1945), Biometrika 33, 239–251; Knight
 * (1966), JASA 61, 436–439; variance with ties in Kendall (1970), Rank Correlation Methods, ch. 4; interval by Fieller, Hartley and
 * Pearson (1957), Biometrika 44, 470–481. Throws RangeError for unequal lengths, NaN or an infinity.
 * @example kendall([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) // { kind: 'kendall', n: 5, tau: 0.6, s: 6, z: 1.4696…, p: 0.1416… }
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>, options: { readonly confidence?: number } = {}): Outcome<Kendall> {
  requireSameLength(x, y);
  requireFinite(x, 'values');
  requireFinite(y, 'values');
  const order = Array.from(x, (_, index) => index).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const xTies = runLengths(order, (a, b) => x[a] === x[b]);
  const bothTies = runLengths(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const { sorted, swaps } = sortCountingSwaps(order.map((index) => y[index]!));
  const yTies = runLengths([...sorted.keys()], (a, b) => sorted[a] === sorted[b]);
  const comparable = pairsIn([x.length]) - pairsIn(xTies) - pairsIn(yTies) + pairsIn(bothTies);
  return kendallFromPairs({ n: x.length, s: comparable - 2 * swaps, xTies, yTies }, options);
}

/**
 * Kendall's τ-b from a cross table of counts, whose rows and columns stand in ascending order of the answers. Counts add up over any
 * split of the data. See `kendall`. Throws RangeError for a table that is not rectangular or holds a negative count.
 * @example kendallFromCounts([[3, 1], [1, 3]]) // { n: 8, tau: 0.5, s: 8, z: 1.3228…, p: 0.1858… }
 */
export function kendallFromCounts(table: readonly (readonly number[])[], options: { readonly confidence?: number } = {}): Outcome<Kendall> {
  const { n, rows, columns } = requireCounts(table);
  const above = columns.map(() => 0);
  let s = 0;
  for (const row of table) {
    let left = 0;
    let right = above.reduce((sum, count) => sum + count, 0);
    for (const [j, count] of row.entries()) {
      right -= above[j]!;
      s += count * (left - right);
      left += above[j]!;
    }
    for (const [j, count] of row.entries()) above[j]! += count;
  }
  return kendallFromPairs({ n, s, xTies: rows, yTies: columns }, options);
}

interface PairCounts {
  readonly n: number;
  readonly s: number;
  /** sizes of the groups of equal values */
  readonly xTies: readonly number[];
  readonly yTies: readonly number[];
}

function kendallFromPairs({ n, s, xTies, yTies }: PairCounts, { confidence = 0.95 }: { readonly confidence?: number }): Outcome<Kendall> {
  if (n < 3) return insufficient(n, 3);
  const untied = [xTies, yTies].map((ties) => pairsIn([n]) - pairsIn(ties));
  if (untied.includes(0))
    return undetermined(
      n,
      'constant',
      [...untied.keys()].filter((index) => untied[index] === 0),
    );
  const tau = Math.min(1, Math.max(-1, s / Math.sqrt(untied[0]! * untied[1]!)));
  const z = s / Math.sqrt(varianceOfS(n, xTies, yTies));
  const interval = n > 4 ? fisherInterval(tau, Math.sqrt(0.437 / (n - 4)), confidence) : null;
  const method = { coefficient: 'tau-b', test: 'normal, tie-corrected', interval: 'Fieller-Hartley-Pearson' } as const;
  return { kind: 'kendall', n, tau, s, z, p: 2 * normalUpper(Math.abs(z)), confidence, interval, method };
}

/** Variance of S under independence given the ties, Kendall (1970), formula 4.4. */
function varianceOfS(n: number, xTies: readonly number[], yTies: readonly number[]): number {
  const all = (ties: readonly number[]) => sumOver(ties, (t) => t * (t - 1) * (2 * t + 5));
  const pairs = (ties: readonly number[]) => sumOver(ties, (t) => t * (t - 1));
  const triples = (ties: readonly number[]) => sumOver(ties, (t) => t * (t - 1) * (t - 2));
  return (
    (all([n]) - all(xTies) - all(yTies)) / 18 +
    (pairs(xTies) * pairs(yTies)) / (2 * pairs([n])) +
    (triples(xTies) * triples(yTies)) / (9 * triples([n]))
  );
}

const sumOver = (ties: readonly number[], term: (size: number) => number): number => ties.reduce((sum, size) => sum + term(size), 0);
const pairsIn = (ties: readonly number[]): number => sumOver(ties, (t) => (t * (t - 1)) / 2);

/** Sizes of the runs of equal neighbours. */
function runLengths(order: readonly number[], equal: (a: number, b: number) => boolean): number[] {
  const runs: number[] = [];
  for (let i = 0; i < order.length; i++) {
    if (i > 0 && equal(order[i - 1]!, order[i]!)) runs[runs.length - 1]! += 1;
    else runs.push(1);
  }
  return runs;
}
