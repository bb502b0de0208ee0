import { benjaminiHochbergAdjusted, holmAdjusted } from '@zhiheng/stats/comparison';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';

const corrections = {
  holm: holmAdjusted,
  'benjamini-hochberg': benjaminiHochbergAdjusted,
} satisfies Record<AnalysisRequestOf<'cross'>['correction'], (probabilities: readonly number[]) => number[]>;

/** p values of tests that belong together, corrected; where there was no test there is none. */
export function adjusted(
  probabilities: readonly (number | null)[],
  correction: AnalysisRequestOf<'cross'>['correction'],
): readonly (number | null)[] {
  const tested = probabilities.flatMap((p, at) => (p === null ? [] : [{ at, p }]));
  const found = corrections[correction](tested.map(({ p }) => p));
  const byPlace = new Map(tested.map(({ at }, i) => [at, found[i] ?? null]));
  return probabilities.map((_, at) => byPlace.get(at) ?? null);
}
