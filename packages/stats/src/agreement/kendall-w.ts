import { midRanks } from '../correlation/mid-ranks.ts';
import { chiSquareUpper } from '../distribution/chi-square.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';

/** What Kendall's W needs to know of raters; adds up over raters. */
export interface RankSums {
  readonly raters: number;
  /** per item, the sum of its ranks */
  readonly sums: readonly number[];
  /** Σ (t³ − t) over all groups of t tied ranks within a rater */
  readonly ties: number;
}

/** Concordance of several raters who ranked the same items. */
export interface KendallW {
  readonly kind: 'kendall-w';
  /** items */
  readonly n: number;
  readonly raters: number;
  /** 0 none … 1 complete agreement, corrected for ties */
  readonly w: number;
  readonly wUncorrected: number;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Rank sums of raters: one row per rater, one column per item, values or ranks; equal values share the mean of their ranks. Throws
 * RangeError for rows of unequal length, NaN or an infinity.
 * @example rankSumsOf([[10, 20, 30], [1, 1, 2]]) // { raters: 2, sums: [2.5, 3.5, 6], ties: 6 }
 */
export function rankSumsOf(raters: readonly (readonly number[])[]): RankSums {
  const items = requireTable(raters);
  const ranks = raters.map(midRanks);
  const sums = Array.from({ length: items }, (_, item) => ranks.reduce((sum, row) => sum + row[item]!, 0));
  return { raters: raters.length, sums, ties: ranks.reduce((sum, row) => sum + tiesOf(row), 0) };
}

/**
 * Rank sums of two groups of raters together. Throws RangeError when the items differ in number.
 * @example addRankSums({ raters: 1, sums: [1, 2], ties: 0 }, { raters: 1, sums: [2, 1], ties: 0 }) // { raters: 2, sums: [3, 3], ties: 0 }
 */
export function addRankSums(a: RankSums, b: RankSums): RankSums {
  if (a.raters === 0) return b;
  if (b.raters === 0) return a;
  if (a.sums.length !== b.sums.length) throw new RangeError('only ranks of the same items can be added');
  return { raters: a.raters + b.raters, sums: a.sums.map((sum, item) => sum + b.sums[item]!), ties: a.ties + b.ties };
}

/**
 * Kendall's coefficient of concordance W = 12 S / (m²(n³ − n) − m ΣT), S the sum of squares of the rank sums around their mean, with the χ²
 * test of W = 0: χ² = m(n − 1)W on n − 1 degrees of freedom, good for n > 7. Two raters and two items are needed, else insufficient; when
 * every rater ties all items: undetermined. Source: Kendall and Babington Smith (1939), Annals of Mathematical Statistics 10, 275–287.
 * @example kendallW(rankSumsOf([[1, 3, 2, 4, 5], [2, 3, 1, 5, 4], [1, 2, 3, 5, 4], [1, 4, 2, 3, 5]])) // { w: 0.7875, chiSquare: 12.6, df: 4, p: 0.01340… }
 */
export function kendallW({ raters: m, sums, ties }: RankSums): Outcome<KendallW> {
  const n = sums.length;
  if (m < 2) return insufficient(m, 2);
  if (n < 2) return insufficient(n, 2);
  const cubes = m * (n ** 3 - n);
  if (cubes <= ties) return undetermined(n, 'no-variation');
  const mean = (m * (n + 1)) / 2;
  const spread = 12 * sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const w = spread / (m * (cubes - ties));
  const chiSquare = m * (n - 1) * w;
  return {
    kind: 'kendall-w',
    n,
    raters: m,
    w,
    wUncorrected: spread / (m * cubes),
    chiSquare,
    df: n - 1,
    p: chiSquareUpper(chiSquare, n - 1),
  };
}

function tiesOf(ranks: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count ** 3 - count, 0);
}
