import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { normalPdf, normalQuantile, normalUpper } from '../distribution/normal.ts';
import type { Interval } from '../result/outcome.ts';

/** What is known of a unit that was chosen because of its value, and of its peers. */
export interface ChosenUnit extends ConfidenceOptions {
  /** value for which the unit was chosen, and its value afterwards */
  readonly before: number;
  readonly after: number;
  /** mean of all comparable units */
  readonly peerMean: number;
  /** variance of the true values of comparable units */
  readonly betweenVariance: number;
  /** error variances of the two values: variance within the unit over its n */
  readonly errorVarianceBefore: number;
  readonly errorVarianceAfter: number;
}

/** How much of a change would have happened without any effect. */
export interface RegressionToMean {
  readonly kind: 'regression-to-mean';
  /** share of the variance of values before that is true difference */
  readonly reliability: number;
  /** value to be expected afterwards if nothing was done */
  readonly expected: number;
  /** where the value afterwards lies if nothing was done */
  readonly interval: Interval;
  readonly confidence: number;
  readonly change: number;
  /** part of the change that is return to the mean, and the rest */
  readonly expectedChange: number;
  readonly remainingChange: number;
  /** two-sided probability of a remaining change at least as large if nothing was done */
  readonly p: number;
  /** does the value afterwards lie inside the interval? Then regression to the mean explains it */
  readonly explained: boolean;
}

/**
 * Regression to the mean of a unit chosen for an extreme value: without an effect its next value is expected at m + ρ (before − m), with
 * the reliability ρ = between / (between + error), and variance between · (1 − ρ) + error afterwards. Values and errors are taken as
 * normal. `varianceComponents` gives mean and variances. Throws RangeError for variances below 0, an error before or after that is 0 together
 * with units that do not differ, NaN and infinities.
 * Source: Galton (1886), Journal of the Anthropological Institute 15, 246–263; Barnett, van der Pols, Dobson (2005), International Journal
 * of Epidemiology 34, 215–220.
 * @example regressionToMean({ before: 60, after: 68, peerMean: 80, betweenVariance: 75, errorVarianceBefore: 25, errorVarianceAfter: 25 }) // { reliability: 0.75, expected: 65, change: 8, expectedChange: 5, remainingChange: 3, p: 0.65014…, explained: true }
 */
export function regressionToMean({ before, after, peerMean, ...unit }: ChosenUnit): RegressionToMean {
  const confidence = confidenceOf(unit);
  const { betweenVariance, errorVarianceBefore, errorVarianceAfter } = unit;
  const variances = [betweenVariance, errorVarianceBefore, errorVarianceAfter];
  if (![before, after, peerMean, ...variances].every(Number.isFinite)) throw new RangeError('values and variances are finite');
  if (variances.some((variance) => variance < 0)) throw new RangeError('variances are not below 0');
  const reliability = betweenVariance === 0 ? 0 : betweenVariance / (betweenVariance + errorVarianceBefore);
  const variance = betweenVariance * (1 - reliability) + errorVarianceAfter;
  if (variance === 0) throw new RangeError('values without any error do not return to the mean');
  const expected = peerMean + reliability * (before - peerMean);
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
  const remainingChange = after - expected;
  return {
    kind: 'regression-to-mean',
    reliability,
    expected,
    interval: [expected - half, expected + half],
    confidence,
    change: after - before,
    expectedChange: expected - before,
    remainingChange,
    p: 2 * normalUpper(Math.abs(remainingChange) / Math.sqrt(variance)),
    explained: Math.abs(remainingChange) <= half,
  };
}

/** Units chosen because they lie beyond a cut-off. */
export interface CutOff {
  readonly cutOff: number;
  readonly side: 'above' | 'below';
  readonly mean: number;
  readonly betweenVariance: number;
  readonly errorVariance: number;
}

/**
 * Change to be expected without any effect, on average over all units chosen because their value lay above or below a cut-off: negative for
 * those above, positive for those below. Normal values. Throws RangeError for variances below 0 or both 0, and for a cut-off more than 37
 * standard deviations out, beyond which nobody lies.
 * Source: Barnett, van der Pols, Dobson (2005), International Journal of Epidemiology 34, 215–220, equation 1.
 * @example expectedReturn({ cutOff: 70, side: 'below', mean: 80, betweenVariance: 75, errorVariance: 25 }) // 3.8128…
 */
export function expectedReturn({ cutOff, side, mean, betweenVariance, errorVariance }: CutOff): number {
  const total = betweenVariance + errorVariance;
  if (!(betweenVariance >= 0 && errorVariance >= 0 && total > 0)) throw new RangeError('variances are not below 0, and not both 0');
  const z = ((side === 'above' ? 1 : -1) * (cutOff - mean)) / Math.sqrt(total);
  if (!(Math.abs(z) <= 37)) throw new RangeError('nobody lies beyond this cut-off');
  const size = ((errorVariance / Math.sqrt(total)) * normalPdf(z)) / normalUpper(z);
  return side === 'above' ? -size : size;
}
