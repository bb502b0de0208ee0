import { squaredMultipleCorrelations } from '../factor/squared-multiple-correlations.ts';
import { correlationOf, covarianceOf, crossMomentsOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { itemsOfScale, rowTotal, sumVaries, totalOf, traceOf } from './scale-sums.ts';

/** What each item contributes to the sum of the items. */
export interface ItemAnalysis {
  readonly kind: 'item-analysis';
  readonly n: number;
  /** in the order of the columns */
  readonly items: readonly ItemStatistics[];
}

/** One item of a scale. Correlations are `null` when one side does not vary. */
export interface ItemStatistics {
  readonly mean: number;
  /** with n − 1 */
  readonly standardDeviation: number;
  /** correlation with the sum of all items, the item itself included */
  readonly itemTotal: number | null;
  /** correlation with the sum of the other items */
  readonly correctedItemTotal: number | null;
  /** α of the other items; `null` when they are one, or their sum does not vary */
  readonly alphaIfDeleted: number | null;
  /** R² of the item on all others; `null` when an item does not vary or items are linearly dependent */
  readonly squaredMultipleCorrelation: number | null;
}

/**
 * Item analysis from cross-moments: item-total correlations (corrected: with the sum of the other items), α if deleted, squared
 * multiple correlations. Fewer than two observations are insufficient; a sum that does not vary leaves it undetermined. Source: Nunnally
 * and Bernstein (1994), Psychometric Theory, 3rd ed., ch. 8. Throws RangeError for fewer than two items.
 * @example itemAnalysisFromMoments({ n: 4, origin: [0, 0], sums: [14, 17], products: [[54, 62], [62, 75]] }) // { n: 4, items: [{ mean: 3.5, correctedItemTotal: 0.6741…, alphaIfDeleted: null }, { mean: 4.25 }] }
 */
export function itemAnalysisFromMoments(moments: CrossMoments): Outcome<ItemAnalysis> {
  const { n } = moments;
  if (n < 2) return insufficient(n, 2);
  itemsOfScale(moments);
  const covariance = covarianceOf(moments);
  if (!sumVaries(covariance)) return undetermined(n, 'no-variation');
  const means = meansOf(moments);
  const correlation = correlationOf(moments);
  const multiple = isDetermined(correlation) ? squaredMultipleCorrelations(correlation.matrix) : null;
  const items = covariance.map((_, i) => ({
    mean: means[i]!,
    ...itemInSum(covariance, i),
    squaredMultipleCorrelation: multiple === null ? null : multiple[i]!,
  }));
  return { kind: 'item-analysis', n, items };
}

/**
 * Item analysis of complete rows, one column per item, see `itemAnalysisFromMoments`.
 * @example itemAnalysis([[2, 3], [4, 4], [3, 5], [5, 5]]) // { kind: 'item-analysis', items: [{ standardDeviation: 1.2909… }, { standardDeviation: 0.9574… }] }
 */
export function itemAnalysis(rows: readonly (readonly number[])[]): Outcome<ItemAnalysis> {
  return itemAnalysisFromMoments(crossMomentsOf(rows));
}

type Matrix = readonly (readonly number[])[];

function itemInSum(covariance: Matrix, item: number): Omit<ItemStatistics, 'mean' | 'squaredMultipleCorrelation'> {
  const variance = covariance[item]![item]!;
  const withSum = rowTotal(covariance[item]!);
  const others = covariance.filter((_, i) => i !== item).map((row) => row.filter((_, j) => j !== item));
  return {
    standardDeviation: Math.sqrt(variance),
    itemTotal: correlationFrom(withSum, variance, totalOf(covariance)),
    correctedItemTotal: sumVaries(others) ? correlationFrom(withSum - variance, variance, totalOf(others)) : null,
    alphaIfDeleted:
      others.length > 1 && sumVaries(others) ? (others.length / (others.length - 1)) * (1 - traceOf(others) / totalOf(others)) : null,
  };
}

function correlationFrom(covariance: number, variance: number, otherVariance: number): number | null {
  if (!(variance > 0)) return null;
  return Math.min(1, Math.max(-1, covariance / Math.sqrt(variance * otherVariance)));
}
