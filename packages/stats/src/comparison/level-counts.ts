import { requireFinite } from '../result/require-finite.ts';

/**
 * How often each distinct value occurs in each group: rank tests need nothing else, and counts of the same levels add up over any
 * split of the data.
 */
export interface LevelCounts {
  /** distinct values, ascending */
  readonly levels: readonly number[];
  /** one list per group, one count per level */
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts of the distinct values of several groups. Throws RangeError for NaN and infinities.
 * @example levelCountsOf([[1, 2, 2], [2, 5]]) // { levels: [1, 2, 5], counts: [[1, 2, 0], [0, 1, 1]] }
 */
export function levelCountsOf(groups: readonly ArrayLike<number>[]): LevelCounts {
  for (const group of groups) requireFinite(group, 'values');
  const tallies = groups.map(tallyOf);
  const levels = [...new Set(tallies.flatMap((tally) => [...tally.keys()]))].sort((a, b) => a - b);
  return { levels, counts: tallies.map((tally) => levels.map((level) => tally.get(level) ?? 0)) };
}

function tallyOf(values: ArrayLike<number>): ReadonlyMap<number, number> {
  const tally = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    // + 0: −0 and 0 are one level
    const level = values[i]! + 0;
    tally.set(level, (tally.get(level) ?? 0) + 1);
  }
  return tally;
}

/** The ranks of all observations together; equal ones share the mean of their ranks. */
export interface RankedLevels {
  readonly n: number;
  /** observations per group */
  readonly sizes: readonly number[];
  /** observations per level, all groups together */
  readonly totals: readonly number[];
  /** mid-rank of each level */
  readonly midRanks: readonly number[];
  /** Σ (t³ − t) over the sizes t of the ties */
  readonly tieSum: number;
}

/**
 * Mid-ranks of counted levels. Throws RangeError for a count that is no whole number from 0, and for lists of unequal length.
 * @example rankLevels([[1, 2, 0], [0, 1, 1]]) // { n: 5, sizes: [3, 2], totals: [1, 3, 1], midRanks: [1, 3, 5], tieSum: 24 }
 */
export function rankLevels(counts: readonly (readonly number[])[]): RankedLevels {
  const width = counts[0]?.length ?? 0;
  for (const group of counts) requireCounts(group, width);
  const totals = Array.from({ length: width }, (_, level) => counts.reduce((sum, group) => sum + group[level]!, 0));
  let below = 0;
  const midRanks = totals.map((total) => {
    below += total;
    return below - (total - 1) / 2;
  });
  return {
    n: below,
    sizes: counts.map((group) => group.reduce((sum, count) => sum + count, 0)),
    totals,
    midRanks,
    tieSum: totals.reduce((sum, t) => sum + (t ** 3 - t), 0),
  };
}

function requireCounts(group: readonly number[], width: number): void {
  if (group.length !== width) throw new RangeError('every group needs a count for every level');
  if (group.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('counts are whole numbers from 0');
}

/**
 * Sum of the mid-ranks of one group.
 * @example rankSum([0, 1, 1], [1, 3, 5]) // 8
 */
export function rankSum(counts: readonly number[], midRanks: readonly number[]): number {
  return counts.reduce((sum, count, level) => sum + count * midRanks[level]!, 0);
}
