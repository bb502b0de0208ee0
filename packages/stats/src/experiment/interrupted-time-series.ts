import type { ConfidenceOptions } from '../comparison/confidence.ts';
import type { Coefficient } from '../regression/coefficient.ts';
import { durbinWatson } from '../regression/durbin-watson.ts';
import { neweyWestErrors, type NeweyWestErrors } from '../regression/newey-west.ts';
import { regressionResiduals } from '../regression/regression-residuals.ts';
import { insufficient, isDetermined, type Insufficient, type Outcome } from '../result/outcome.ts';

/** Did a series change its level or its course when something was changed? */
export interface InterruptedTimeSeries {
  readonly kind: 'interrupted-time-series';
  readonly n: number;
  readonly before: number;
  readonly after: number;
  /** expected value just before the first point */
  readonly intercept: Coefficient;
  /** change per point before the break */
  readonly trend: Coefficient;
  /** jump at the break */
  readonly level: Coefficient;
  /** change of the trend after the break */
  readonly slope: Coefficient;
  /** near 2 the residuals are independent; null when there are none */
  readonly durbinWatson: number | null;
  readonly confidence: number;
  readonly method: { readonly errors: 'Newey–West'; readonly kernel: 'Bartlett'; readonly lag: number; readonly smallSample: boolean };
}

/** The first `before` points lie before the change; `lag` and `smallSample` as for `neweyWestErrors`. */
export interface InterruptionOptions extends ConfidenceOptions {
  readonly before: number;
  readonly lag?: number;
  readonly smallSample?: boolean;
}

/**
 * Segmented regression of equally spaced points t = 1 … n: y = intercept + trend · t + level · after + slope · after · (t − before), judged
 * by Newey–West errors. Needs two points on each side and six in all. Throws RangeError for a break that is no whole number between 0 and
 * n, NaN and infinities.
 * Source: Wagner et al. (2002), Journal of Clinical Pharmacy and Therapeutics 27, 299–309.
 * @example interruptedTimeSeries([1, 2, 3.5, 4, 8, 9, 9.5, 11], { before: 4, lag: 1 }) // { n: 8, trend: { estimate: 1.05000… }, level: { estimate: 2.80000… }, slope: { estimate: -0.10000… } }
 */
export function interruptedTimeSeries(values: ArrayLike<number>, options: InterruptionOptions): Outcome<InterruptedTimeSeries> {
  const n = values.length;
  const { before } = options;
  const shortage = shortageOf(n, before);
  if (shortage !== null) return shortage;
  const design = segmentedDesign(n, before);
  const fit = neweyWestErrors(design, values, options);
  const rest = regressionResiduals(design, values);
  if (!isDetermined(fit)) return fit;
  if (!isDetermined(rest)) return rest;
  return {
    kind: 'interrupted-time-series',
    n,
    before,
    after: n - before,
    ...segmentsOf(fit),
    durbinWatson: durbinWatson(rest.residuals),
    confidence: fit.confidence,
    method: { errors: 'Newey–West', kernel: 'Bartlett', lag: fit.method.lag, smallSample: fit.method.smallSample },
  };
}

function shortageOf(n: number, before: number): Insufficient | null {
  if (!Number.isInteger(before) || before < 0 || before > n) throw new RangeError('the break lies between two points');
  if (n < 6) return insufficient(n, 6);
  const shorter = Math.min(before, n - before);
  return shorter < 2 ? insufficient(shorter, 2) : null;
}

/** The coefficients in the order of `segmentedDesign`. */
function segmentsOf({ coefficients }: NeweyWestErrors): Pick<InterruptedTimeSeries, 'intercept' | 'trend' | 'level' | 'slope'> {
  return { intercept: coefficients[0]!, trend: coefficients[1]!, level: coefficients[2]!, slope: coefficients[3]! };
}

/**
 * Rows of the segmented regression: t = 1 … n, after the break or not, points since the break.
 * @example segmentedDesign(3, 1) // [[1, 0, 0], [2, 1, 1], [3, 1, 2]]
 */
export function segmentedDesign(n: number, before: number): number[][] {
  return Array.from({ length: n }, (_, i) => (i < before ? [i + 1, 0, 0] : [i + 1, 1, i + 1 - before]));
}
