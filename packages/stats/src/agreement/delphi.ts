import { quantile } from '../describe/quantile.ts';
import type { Outcome } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';
import { kendallW, rankSumsOf, type KendallW } from './kendall-w.ts';

/** One item in one round of a Delphi panel. */
export interface DelphiItem {
  readonly mean: number;
  readonly median: number;
  /** quartiles of type 7 */
  readonly quartiles: readonly [first: number, third: number];
  /** sd (n − 1) / mean; null for one expert or a mean of 0 */
  readonly variation: number | null;
  /** the quartiles lie no further apart than agreed */
  readonly consensus: boolean;
  /** half the sum of changes of the distribution of answers since the round before; null in the first round */
  readonly change: number | null;
}

/** One round of a Delphi panel. */
export interface DelphiRound {
  readonly experts: number;
  readonly items: readonly DelphiItem[];
  readonly concordance: Outcome<KendallW>;
  /** no item changed by more than agreed; false in the first round */
  readonly stable: boolean;
}

/** The rounds of a Delphi panel and whether another one is worth asking. */
export interface DelphiRounds {
  readonly kind: 'delphi-rounds';
  /** rounds */
  readonly n: number;
  readonly rounds: readonly DelphiRound[];
  /** the last round is stable: further rounds would change little, whether or not there is consensus */
  readonly settled: boolean;
  readonly method: { readonly quartileRange: number; readonly change: number };
}

/** What a panel agreed on beforehand. */
export interface DelphiOptions {
  /** consensus on an item: third minus first quartile at most this; 1 unless said */
  readonly quartileRange?: number;
  /** an item is stable when at most this share of answers changed; 0.15 unless said */
  readonly change?: number;
}

/**
 * Delphi rounds: each round is a table of one row per expert and one column per item. Consensus is judged per item by the quartiles,
 * concordance of the panel by Kendall's W, and the end of asking by stability between rounds, which is not the same as consensus. Rounds may
 * differ in experts. No rounds: not settled. Throws RangeError for rounds with different items or without an expert, NaN or an infinity.
 * Sources: Scheibe, Skutsch and Schofer (1975) in Linstone and Turoff, The Delphi Method, chapter IV.C (stability at 15 %); Schmidt (1997),
 * Decision Sciences 28, 763–774 (W).
 * @example delphiRounds([[[5, 1], [4, 2], [1, 2]], [[5, 1], [4, 2], [4, 2]]]).rounds[1].items[0] // { median: 4, quartiles: [4, 4.5], consensus: true, change: 0.333… }
 */
export function delphiRounds(
  rounds: readonly (readonly (readonly number[])[])[],
  { quartileRange = 1, change = 0.15 }: DelphiOptions = {},
): DelphiRounds {
  const widths = new Set(rounds.map(requireTable));
  if (widths.size > 1) throw new RangeError('all rounds ask about the same items');
  if (rounds.some((round) => round.length === 0)) throw new RangeError('a round has at least one expert');
  const columns = rounds.map((round) => (round[0] ?? []).map((_, item) => round.map((expert) => expert[item]!)));
  const judged = rounds.map((round, r): DelphiRound => {
    const items = columns[r]!.map((answers, item) => itemOf(answers, columns[r - 1]?.[item], quartileRange));
    const stable = items.every((item) => item.change !== null && item.change <= change);
    return { experts: round.length, items, concordance: kendallW(rankSumsOf(round)), stable };
  });
  return {
    kind: 'delphi-rounds',
    n: rounds.length,
    rounds: judged,
    settled: judged.at(-1)?.stable ?? false,
    method: { quartileRange, change },
  };
}

function itemOf(answers: readonly number[], before: readonly number[] | undefined, quartileRange: number): DelphiItem {
  const n = answers.length;
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / n;
  const squares = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
  const at = (p: number): number => quantile(answers, p);
  const quartiles = [at(0.25), at(0.75)] as const;
  return {
    mean,
    median: at(0.5),
    quartiles,
    variation: n < 2 || mean === 0 ? null : Math.sqrt(squares / (n - 1)) / Math.abs(mean),
    consensus: quartiles[1] - quartiles[0] <= quartileRange,
    change: before === undefined ? null : distributionChange(before, answers),
  };
}

function distributionChange(before: readonly number[], after: readonly number[]): number {
  const shareOf = (answers: readonly number[], level: number) => answers.filter((answer) => answer === level).length / answers.length;
  const levels = [...new Set([...before, ...after])];
  return levels.reduce((sum, level) => sum + Math.abs(shareOf(after, level) - shareOf(before, level)), 0) / 2;
}
