import { normalUpper } from '../distribution/normal.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { levelCountsOf, rankLevels, rankSum, type RankedLevels } from './level-counts.ts';
import { exactUpTo } from './mann-whitney-test.ts';
import { differencesOf } from './paired-test.ts';

/** Do the differences of pairs lie symmetrically around zero? */
export interface WilcoxonSignedRankTest {
  readonly kind: 'wilcoxon-signed-rank-test';
  /** pairs */
  readonly n: number;
  /** pairs that differ; the others say nothing and are dropped */
  readonly nonZero: number;
  /** sum of the ranks of the positive differences */
  readonly v: number;
  /** two-sided, tie-corrected normal approximation with continuity correction */
  readonly p: number;
  readonly pWithoutContinuity: number;
  /** two-sided over all signs, ties included; null for more than 50 differences */
  readonly exactP: number | null;
  /** share of the rank sum that is positive less the share that is negative, −1 to 1 */
  readonly rankBiserial: number;
  readonly method: { readonly zeros: 'dropped'; readonly ties: 'mid-ranks' };
}

/**
 * Wilcoxon signed-rank test of x − y; differences tie when they are equal numbers, so take whole units where fractions would round. No pairs
 * are insufficient; pairs that are all equal leave it undetermined. Throws RangeError
 * for unequal lengths, NaN and infinities.
 * Source: Wilcoxon (1945), Biometrics Bulletin 1, 80–83; effect: Kerby (2014), Comprehensive Psychology 3, 1.
 * @example wilcoxonSignedRankTest([5, 7, 9, 4], [3, 3, 8, 7]) // { n: 4, v: 7, exactP: 0.625, rankBiserial: 0.40000… }
 */
export function wilcoxonSignedRankTest(x: ArrayLike<number>, y: ArrayLike<number>): Outcome<WilcoxonSignedRankTest> {
  const differences = differencesOf(x, y);
  requireFinite(differences, 'differences');
  const positive = differences.filter((difference) => difference > 0);
  const negative = differences.filter((difference) => difference < 0).map((difference) => -difference);
  if (differences.length === 0) return insufficient(0, 1);
  const [above = [], below = []] = levelCountsOf([positive, negative]).counts;
  const ranked = rankLevels([above, below]);
  if (ranked.n === 0) return undetermined(differences.length, 'no-variation');
  const v = rankSum(above, ranked.midRanks);
  return {
    kind: 'wilcoxon-signed-rank-test',
    n: differences.length,
    nonZero: ranked.n,
    v,
    ...normalProbabilities(v, ranked),
    exactP: ranked.n > exactUpTo ? null : exactProbability(v, ranked),
    rankBiserial: (4 * v) / (ranked.n * (ranked.n + 1)) - 1,
    method: { zeros: 'dropped', ties: 'mid-ranks' },
  };
}

function normalProbabilities(v: number, { n, tieSum }: RankedLevels): { p: number; pWithoutContinuity: number } {
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum / 48);
  const distance = Math.abs(v - (n * (n + 1)) / 4);
  const twoSided = (z: number) => Math.min(1, 2 * normalUpper(z));
  return { p: twoSided(Math.max(0, distance - 0.5) / sd), pWithoutContinuity: twoSided(distance / sd) };
}

/** Share of all 2ⁿ signs whose positive rank sum lies at least as far from its mean. */
function exactProbability(v: number, { n, totals, midRanks }: RankedLevels): number {
  const ways = new Float64Array(n * (n + 1) + 1);
  ways[0] = 1;
  const doubled = midRanks.flatMap((rank, level) => Array<number>(totals[level]!).fill(2 * rank));
  for (const weight of doubled) for (let sum = ways.length - 1; sum >= weight; sum--) ways[sum]! += ways[sum - weight]!;
  const mean = (n * (n + 1)) / 2;
  const distance = Math.abs(2 * v - mean);
  return ways.reduce((total, count, sum) => total + (Math.abs(sum - mean) >= distance ? count : 0), 0) / 2 ** n;
}
