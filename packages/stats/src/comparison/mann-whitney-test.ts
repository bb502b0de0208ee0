import { normalQuantile, normalUpper } from '../distribution/normal.ts';
import { brent } from '../optimize/brent.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { confidenceOf, type ConfidenceOptions } from './confidence.ts';
import { levelCountsOf, rankLevels, rankSum, type RankedLevels } from './level-counts.ts';
import { exactRankSumProbability } from './exact-rank-sum.ts';

/** Does one of two samples tend to larger values? */
export interface MannWhitneyTest {
  readonly kind: 'mann-whitney-test';
  readonly n: number;
  readonly sizes: readonly [number, number];
  /** pairs in which the value of the first sample is larger, ties counting one half */
  readonly u: number;
  /** two-sided, tie-corrected normal approximation with continuity correction */
  readonly p: number;
  readonly pWithoutContinuity: number;
  /** two-sided over all ways to divide the same values, ties included; null for more than `exactUpTo` values */
  readonly exactP: number | null;
  /** chance that a value of the first sample exceeds one of the second, ties counting one half: u / (n₁n₂) */
  readonly superiority: number;
  readonly confidence: number;
  /** of the superiority */
  readonly interval: Interval;
  readonly method: { readonly ties: 'mid-ranks'; readonly interval: 'Newcombe 5' };
}

/** Up to this many values the exact probability is counted. */
export const exactUpTo = 50;

/**
 * Mann–Whitney test of two independent samples, with ties. Needs one value in each; when all values are equal it is undetermined.
 * Throws RangeError for NaN and infinities.
 * Source: Mann, Whitney (1947), Annals of Mathematical Statistics 18, 50–60; interval: Newcombe (2006), Statistics in Medicine 25,
 * 559–573, method 5.
 * @example mannWhitneyTest([1, 2, 4], [3, 5, 6, 7]) // { u: 1, exactP: 0.11428…, superiority: 0.08333… }
 */
export function mannWhitneyTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: ConfidenceOptions = {},
): Outcome<MannWhitneyTest> {
  const [a = [], b = []] = levelCountsOf([first, second]).counts;
  return mannWhitneyFromCounts(a, b, options);
}

/**
 * Mann–Whitney test from mergeable counts: how often each level of an ordered scale was answered, levels ascending. Throws
 * RangeError for counts that are no whole numbers from 0 and for scales of unequal length.
 * @example mannWhitneyFromCounts([1, 1, 0, 1, 0, 0, 0], [0, 0, 1, 0, 1, 1, 1]) // { u: 1, exactP: 0.11428… }
 */
export function mannWhitneyFromCounts(
  first: readonly number[],
  second: readonly number[],
  options: ConfidenceOptions = {},
): Outcome<MannWhitneyTest> {
  const confidence = confidenceOf(options);
  const ranked = rankLevels([first, second]);
  const [n1 = 0, n2 = 0] = ranked.sizes;
  if (Math.min(n1, n2) < 1) return insufficient(Math.min(n1, n2), 1);
  if (ranked.totals.some((total) => total === ranked.n)) return undetermined(ranked.n, 'no-variation');
  const u = rankSum(first, ranked.midRanks) - (n1 * (n1 + 1)) / 2;
  const superiority = u / (n1 * n2);
  return {
    kind: 'mann-whitney-test',
    n: ranked.n,
    sizes: [n1, n2],
    u,
    ...normalProbabilities(u, ranked, n1 * n2),
    exactP: ranked.n > exactUpTo ? null : exactRankSumProbability(ranked, n1, u + (n1 * (n1 + 1)) / 2),
    superiority,
    confidence,
    interval: superiorityInterval({ superiority, sizes: [n1, n2], confidence }),
    method: { ties: 'mid-ranks', interval: 'Newcombe 5' },
  };
}

function normalProbabilities(u: number, { n, tieSum }: RankedLevels, pairs: number): { p: number; pWithoutContinuity: number } {
  const sd = Math.sqrt((pairs / 12) * (n + 1 - tieSum / (n * (n - 1))));
  const distance = Math.abs(u - pairs / 2);
  const twoSided = (z: number) => Math.min(1, 2 * normalUpper(z));
  return { p: twoSided(Math.max(0, distance - 0.5) / sd), pWithoutContinuity: twoSided(distance / sd) };
}

interface Superiority {
  readonly superiority: number;
  readonly sizes: readonly [number, number];
  readonly confidence: number;
}

/** The chances under which the one found would lie z standard errors off, the error taken at that chance (a score interval). */
function superiorityInterval({ superiority, sizes: [m, n], confidence }: Superiority): Interval {
  const z = normalQuantile((1 + confidence) / 2);
  const half = (m + n) / 2 - 1;
  const error = (chance: number) =>
    Math.sqrt((chance * (1 - chance) * (1 + half * ((1 - chance) / (2 - chance) + chance / (1 + chance)))) / (m * n));
  // The error vanishes at 0 and at 1, which are no answers: the search stays off them.
  const [inner, outer] = [Math.max(superiority, 1e-12), Math.min(superiority, 1 - 1e-12)];
  const low = superiority === 0 ? 0 : brent((chance) => superiority - chance - z * error(chance), 0, outer);
  const high = superiority === 1 ? 1 : brent((chance) => superiority - chance + z * error(chance), inner, 1);
  return [low, high];
}
