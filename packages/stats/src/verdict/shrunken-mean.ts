import { insufficient, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** What a unit is worth that was chosen for its value, seen among its peers. */
export interface ShrunkenMean {
  readonly kind: 'shrunken-mean';
  /** units, the chosen one included */
  readonly n: number;
  readonly peerMean: number;
  /** how much of the distance to the peers is taken for chance */
  readonly shrinkage: number;
  /** where the unit is expected to be when nothing is done */
  readonly expected: number;
  /** expected less what was seen: what comes by itself */
  readonly expectedReturn: number;
  /** variance of the expected value; it can exceed the error variance of the value seen */
  readonly variance: number;
}

/**
 * Empirical Bayes estimate of a unit's true mean: the value seen, drawn to the mean of the peers by the share of their variance that is error,
 * B = (k − 3)/(k − 1) · error / variance, at most (k − 3)/(k − 1). A unit chosen because it was the worst is expected there, whatever is done.
 * `values` are of all k units in the same time, the chosen one included; fewer than four are insufficient. Throws RangeError for a negative
 * error variance, a place outside the units, NaN and infinities.
 * Source: Morris (1983), Journal of the American Statistical Association 78, 47–55.
 * @example shrunkenMean([10, 12, 14, 16, 28], { chosen: 4, errorVariance: 20 }) // { peerMean: 16, shrinkage: 0.2, expected: 25.6, expectedReturn: -2.40000… }
 */
export function shrunkenMean(
  values: readonly number[],
  { chosen, errorVariance }: { readonly chosen: number; readonly errorVariance: number },
): Outcome<ShrunkenMean> {
  requireFinite(values, 'values');
  if (!(errorVariance >= 0 && Number.isFinite(errorVariance))) throw new RangeError('a variance is not below 0');
  const k = values.length;
  if (k < 4) return insufficient(k, 4);
  const seen = values[chosen];
  if (seen === undefined) throw new RangeError('the chosen unit is one of the units');
  const peerMean = values.reduce((sum, value) => sum + value, 0) / k;
  const squares = values.reduce((sum, value) => sum + (value - peerMean) ** 2, 0);
  const most = (k - 3) / (k - 1);
  const shrinkage = squares === 0 ? most : Math.min(most, ((k - 3) * errorVariance) / squares);
  const expectedReturn = -shrinkage * (seen - peerMean);
  const variance = errorVariance * (1 - (shrinkage * (k - 1)) / k) + (2 / (k - 3)) * (shrinkage * (seen - peerMean)) ** 2;
  return { kind: 'shrunken-mean', n: k, peerMean, shrinkage, expected: seen + expectedReturn, expectedReturn, variance };
}
