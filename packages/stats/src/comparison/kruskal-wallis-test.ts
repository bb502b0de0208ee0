import { chiSquareUpper } from '../distribution/chi-square.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { levelCountsOf, rankLevels, rankSum } from './level-counts.ts';

/** Does one of several groups tend to larger values? */
export interface KruskalWallisTest {
  readonly kind: 'kruskal-wallis-test';
  readonly n: number;
  /** per group that is not empty */
  readonly groups: readonly { readonly n: number; readonly meanRank: number }[];
  /** H, corrected for ties */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** share of the variation of ranks that lies between the groups: H / (n − 1) */
  readonly epsilon2: number;
}

/**
 * Kruskal–Wallis test of several independent groups, corrected for ties, by the χ² approximation. Empty groups are left out; needs
 * two groups. When all values are equal it is undetermined. Throws RangeError for NaN and infinities.
 * Source: Kruskal, Wallis (1952), JASA 47, 583–621; ε²: Tomczak, Tomczak (2014), Trends in Sport Sciences 21, 19–25.
 * @example kruskalWallisTest([[1, 2, 3], [2, 4, 6], [5, 7, 8]]) // { statistic: 5.40056…, df: 2, p: 0.06718… }
 */
export function kruskalWallisTest(groups: readonly ArrayLike<number>[]): Outcome<KruskalWallisTest> {
  return kruskalWallisFromCounts(levelCountsOf(groups).counts);
}

/**
 * Kruskal–Wallis test from mergeable counts: per group, how often each level of an ordered scale was answered, levels ascending.
 * Throws RangeError for counts that are no whole numbers from 0 and for scales of unequal length.
 * @example kruskalWallisFromCounts([[2, 1, 0], [0, 1, 2]]) // { statistic: 3.3333…, df: 1 }
 */
export function kruskalWallisFromCounts(counts: readonly (readonly number[])[]): Outcome<KruskalWallisTest> {
  const { n, sizes, totals, midRanks, tieSum } = rankLevels(counts);
  const groups = counts.flatMap((group, i) => (sizes[i] === 0 ? [] : [{ n: sizes[i]!, meanRank: rankSum(group, midRanks) / sizes[i]! }]));
  if (groups.length < 2) return insufficient(n, 2);
  if (totals.some((total) => total === n)) return undetermined(n, 'no-variation');
  const between = groups.reduce((sum, group) => sum + group.n * (group.meanRank - (n + 1) / 2) ** 2, 0);
  const statistic = (12 * between) / (n * (n + 1)) / (1 - tieSum / (n ** 3 - n));
  const df = groups.length - 1;
  return { kind: 'kruskal-wallis-test', n, groups, statistic, df, p: chiSquareUpper(statistic, df), epsilon2: statistic / (n - 1) };
}
