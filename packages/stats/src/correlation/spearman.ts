import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { requireCounts } from './cross-table.ts';
import { fisherInterval } from './fisher-interval.ts';
import { midRanks } from './mid-ranks.ts';
import { tTestOfCorrelation } from './pearson.ts';

/** Spearman's rank correlation with its approximate test of no association and its interval. */
export interface Spearman {
  readonly kind: 'spearman';
  readonly n: number;
  readonly rho: number;
  /** Student's approximation; `null` at ρ = ±1, where it is infinite */
  readonly t: number | null;
  readonly df: number;
  /** two-sided */
  readonly p: number;
  readonly confidence: number;
  /** on Fisher's scale with standard error √((1 + ρ²/2)/(n − 3)); `null` for n = 3 */
  readonly interval: Interval | null;
  readonly method: { readonly ties: 'mid-ranks'; readonly test: 't approximation'; readonly interval: 'Bonett-Wright' };
}

/**
 * Spearman's ρ of two variables: Pearson's correlation of their mid-ranks, which is the right treatment of ties. Fewer than three
 * observations are insufficient; a constant variable leaves it undetermined. Source: Spearman (1904), American Journal of Psychology
 * 15, 72–101; interval by Bonett and Wright (2000), Psychometrika 65, 23–28. Throws RangeError for unequal lengths, NaN or an infinity.
 * @example spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) // { kind: 'spearman', n: 5, rho: 0.8000…, p: 0.1040… }
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>, options: { readonly confidence?: number } = {}): Outcome<Spearman> {
  requireSameLength(x, y);
  const ranks = midRanks(y);
  return spearmanFromRanks(crossMomentsOf(midRanks(x).map((rank, index) => [rank, ranks[index]!])), options);
}

/**
 * Spearman's ρ from a cross table of counts, whose rows and columns stand in ascending order of the answers. Counts add up over any
 * split of the data. See `spearman`. Throws RangeError for a table that is not rectangular or holds a negative count.
 * @example spearmanFromCounts([[3, 1], [1, 3]]) // { n: 8, rho: 0.5000…, p: 0.2070… }
 */
export function spearmanFromCounts(
  table: readonly (readonly number[])[],
  options: { readonly confidence?: number } = {},
): Outcome<Spearman> {
  const { n, rows, columns } = requireCounts(table);
  const rowRanks = centredRanks(rows, n);
  const columnRanks = centredRanks(columns, n);
  const products = table.reduce((sum, row, i) => sum + row.reduce((own, count, j) => own + count * columnRanks[j]!, 0) * rowRanks[i]!, 0);
  const rowSquares = rows.reduce((sum, count, i) => sum + count * rowRanks[i]! ** 2, 0);
  const columnSquares = columns.reduce((sum, count, j) => sum + count * columnRanks[j]! ** 2, 0);
  const squares = [
    [rowSquares, products],
    [products, columnSquares],
  ];
  return spearmanFromRanks({ n, origin: [0, 0], sums: [0, 0], products: squares }, options);
}

/** Mid-ranks of categories less the mean rank (n + 1)/2, from how often each occurs. */
function centredRanks(counts: readonly number[], n: number): number[] {
  let below = 0;
  return counts.map((count) => {
    below += count;
    return below - count / 2 - n / 2;
  });
}

function spearmanFromRanks(ranks: CrossMoments, { confidence = 0.95 }: { readonly confidence?: number }): Outcome<Spearman> {
  const { n } = ranks;
  if (n < 3) return insufficient(n, 3);
  const correlation = correlationOf(ranks);
  if (!isDetermined(correlation)) return correlation;
  const rho = correlation.matrix[0]![1]!;
  const interval = n > 3 ? fisherInterval(rho, Math.sqrt((1 + rho ** 2 / 2) / (n - 3)), confidence) : null;
  const method = { ties: 'mid-ranks', test: 't approximation', interval: 'Bonett-Wright' } as const;
  return { kind: 'spearman', n, rho, ...tTestOfCorrelation(rho, n), confidence, interval, method };
}
