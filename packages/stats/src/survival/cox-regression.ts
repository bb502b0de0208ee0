import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { chiSquareUpper } from '../distribution/chi-square.ts';
import { waldCoefficientsOf, type WaldCoefficient } from '../regression/coefficient.ts';
import { maximiseLikelihood, type LikelihoodMaximum } from '../regression/maximise-likelihood.ts';
import { shortageOf, standardisedColumns, type StandardisedColumns } from '../regression/standardised-columns.ts';
import { isDetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { requireDurations, type Durations } from './life-table.ts';
import { partialLikelihood, type CoxTies } from './partial-likelihood.ts';

/** How covariates speed up or slow down an event. */
export interface CoxRegression {
  readonly kind: 'cox-regression';
  readonly n: number;
  readonly events: number;
  /** per covariate; `ratio` is the hazard ratio of one unit more */
  readonly coefficients: readonly WaldCoefficient[];
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: { readonly statistic: number; readonly df: number; readonly p: number };
  readonly confidence: number;
  readonly method: { readonly ties: CoxTies };
}

/** `ties`: `'efron'` unless said. */
export interface CoxOptions extends ConfidenceOptions {
  readonly ties?: CoxTies;
}

/**
 * Proportional hazards regression of durations on the columns of `x`, by maximum partial likelihood, fully converged. Needs two subjects more than
 * covariates; without events that meet somebody else at risk it has `no-events`; covariates that are constant or follow from others are `singular` and named; where
 * the events happen exactly in the order of a combination of covariates no maximum exists: `separated`. Throws RangeError for unequal lengths,
 * no columns, durations below 0, NaN and infinities.
 * Source: Cox (1972), JRSS B 34, 187–220; ties: Efron (1977), JASA 72, 557–565, or Breslow (1974), Biometrics 30, 89–99.
 * @example coxRegression({ times: [1, 2, 3, 4, 5], observed: [true, true, false, true, true] }, [[1], [0], [1], [1], [0]]) // { n: 5, events: 4, coefficients: [{ estimate: 0.56… }] }
 */
export function coxRegression(
  durations: Durations,
  x: readonly (readonly number[])[],
  { ties = 'efron', ...options }: CoxOptions = {},
): Outcome<CoxRegression> {
  const confidence = confidenceOf(options);
  requireDurations(durations);
  requireSameLength(durations.times, x);
  const shortage = shortageOf(x);
  if (shortage !== null) return shortage;
  const design = standardisedColumns(x);
  if (!isDetermined(design)) return design;
  const start = design.means.map(() => 0);
  const maximum = maximiseLikelihood({ n: x.length, at: partialLikelihood(durations, { x: design.rows, ties }) }, start);
  if (!isDetermined(maximum)) return maximum;
  const { logLikelihood, logLikelihoodAtStart: nullLogLikelihood } = maximum;
  return {
    kind: 'cox-regression',
    n: x.length,
    events: durations.observed.filter(Boolean).length,
    coefficients: waldCoefficientsOf({ ...inUnits(design, maximum), confidence }),
    logLikelihood,
    nullLogLikelihood,
    likelihoodRatio: likelihoodRatioOf(logLikelihood - nullLogLikelihood, start.length),
    confidence,
    method: { ties },
  };
}

function likelihoodRatioOf(gain: number, df: number): CoxRegression['likelihoodRatio'] {
  const statistic = 2 * Math.max(0, gain);
  return { statistic, df, p: chiSquareUpper(statistic, df) };
}

/** Estimates and covariance for the covariates as they are, from those for standardised ones. */
function inUnits(
  { sds }: StandardisedColumns,
  { coefficients, covariance }: LikelihoodMaximum,
): { readonly estimates: number[]; readonly covariance: number[][] } {
  return {
    estimates: coefficients.map((coefficient, j) => coefficient / sds[j]!),
    covariance: covariance.map((row, i) => row.map((cell, j) => cell / (sds[i]! * sds[j]!))),
  };
}
