import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { sampleFromMoments, summaryOf, type SampleSummary } from '../comparison/sample.ts';
import { tStatisticOf, type TStatistic } from '../comparison/t-statistic.ts';
import type { Moments } from '../moments/moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';

/** One value for each of the four cells: who was changed or not, before and after. */
export interface Cells<T> {
  readonly comparison: { readonly before: T; readonly after: T };
  readonly treated: { readonly before: T; readonly after: T };
}

/** Did those who were changed change more than the others? */
export interface DifferenceInDifferences extends TStatistic {
  readonly kind: 'difference-in-differences';
  readonly n: number;
  readonly cells: Cells<SampleSummary>;
  /** change of the treated less change of the comparison, to which the interval belongs */
  readonly effect: number;
  readonly standardError: number;
  readonly method: { readonly errors: 'classical' };
}

/**
 * Difference in differences of four cell means, judged as the regression on group, time and their product, from mergeable sums. Assumes that
 * all observations are independent: when the same persons are seen twice, `clusteredDifferenceInDifferences` is right. Needs a value in each
 * cell and five in all; cells without spread leave it undetermined.
 * Source: Angrist, Pischke (2009), Mostly Harmless Econometrics, section 5.2.
 * @example differenceInDifferences({ comparison: { before: { n: 2, sum: 4, squares: 10 }, after: { n: 2, sum: 6, squares: 20 } }, treated: { before: { n: 2, sum: 4, squares: 10 }, after: { n: 2, sum: 10, squares: 52 } } }) // { effect: 2, standardError: 2, df: 4 }
 */
export function differenceInDifferences(moments: Cells<Moments>, options: ConfidenceOptions = {}): Outcome<DifferenceInDifferences> {
  const confidence = confidenceOf(options);
  const { comparison, treated } = mapCells(moments, sampleFromMoments);
  const all = [comparison.before, comparison.after, treated.before, treated.after];
  const n = all.reduce((sum, cell) => sum + cell.n, 0);
  const smallest = Math.min(...all.map((cell) => cell.n));
  if (smallest < 1) return insufficient(smallest, 1);
  if (n < 5) return insufficient(n, 5);
  const variance = all.reduce((sum, cell) => sum + cell.deviations, 0) / (n - 4);
  if (variance === 0) return undetermined(n, 'no-variation');
  const standardError = Math.sqrt(variance * all.reduce((sum, cell) => sum + 1 / cell.n, 0));
  const effect = treated.after.mean - treated.before.mean - (comparison.after.mean - comparison.before.mean);
  return {
    kind: 'difference-in-differences',
    n,
    cells: mapCells({ comparison, treated }, summaryOf),
    effect,
    standardError,
    ...tStatisticOf({ estimate: effect, standardError, df: n - 4, confidence }),
    method: { errors: 'classical' },
  };
}

/**
 * The same cells with another value in each.
 * @example mapCells({ comparison: { before: 1, after: 2 }, treated: { before: 3, after: 4 } }, (value) => 2 * value).treated // { before: 6, after: 8 }
 */
export function mapCells<T, U>({ comparison, treated }: Cells<T>, of: (value: T) => U): Cells<U> {
  return {
    comparison: { before: of(comparison.before), after: of(comparison.after) },
    treated: { before: of(treated.before), after: of(treated.after) },
  };
}
