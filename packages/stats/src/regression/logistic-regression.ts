import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { multiply, transpose } from '../matrix/products.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { waldCoefficientsOf, type WaldCoefficient } from './coefficient.ts';
import { logisticLikelihood } from './logistic-likelihood.ts';
import { maximiseLikelihood, type LikelihoodMaximum } from './maximise-likelihood.ts';
import { shortageOf, standardisedColumns, type StandardisedColumns } from './standardised-columns.ts';

/** The chance of an event, its log-odds explained by a weighted sum of predictors. */
export interface LogisticRegression {
  readonly kind: 'logistic-regression';
  readonly n: number;
  readonly events: number;
  /** intercept first, then the predictors in their order; `ratio` is the odds ratio */
  readonly coefficients: readonly WaldCoefficient[];
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly aic: number;
  /** 1 − log-likelihood over that without predictors */
  readonly mcFaddenR2: number;
  readonly confidence: number;
  readonly method: { readonly estimation: 'maximum likelihood'; readonly penalty: 'none' };
}

/**
 * Logistic regression of a yes or no on the columns of `x` with an intercept, by maximum likelihood without penalty, fully converged.
 * Needs one row more than coefficients. Outcomes that are all alike have `no-variation`; predictors that are constant or follow from others are
 * `singular` and named; where a combination of predictors tells yes from no without error no maximum exists: `separated`. Throws RangeError
 * for unequal lengths, no columns, NaN and infinities.
 * Source: McCullagh, Nelder (1989), Generalized Linear Models, 2nd ed., chapter 4; separation: Albert, Anderson (1984), Biometrika 71, 1–10.
 * @example logisticRegression([[1], [2], [3], [4]], [false, true, false, true]) // { n: 4, events: 2, deviance: 4.69497…, coefficients: [{ estimate: -2.27046… }, { estimate: 0.90818… }] }
 * @example logisticRegression([[1], [2], [3], [4]], [false, false, true, true]) // { kind: 'undetermined', reason: 'separated' }
 */
export function logisticRegression(
  x: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  options: ConfidenceOptions = {},
): Outcome<LogisticRegression> {
  const confidence = confidenceOf(options);
  requireSameLength(x, outcomes);
  const shortage = shortageOf(x);
  if (shortage !== null) return shortage;
  const n = x.length;
  const events = outcomes.filter(Boolean).length;
  if (events === 0 || events === n) return undetermined(n, 'no-variation');
  const design = standardisedColumns(x);
  if (!isDetermined(design)) return design;
  const start = [Math.log(events / (n - events)), ...design.means.map(() => 0)];
  const maximum = maximiseLikelihood({ n, at: logisticLikelihood(design.rows, outcomes) }, start);
  if (!isDetermined(maximum)) return maximum;
  const { logLikelihood } = maximum;
  const nullLikelihood = events * Math.log(events / n) + (n - events) * Math.log(1 - events / n);
  return {
    kind: 'logistic-regression',
    n,
    events,
    coefficients: waldCoefficientsOf({ ...inUnits(design, maximum), confidence }),
    logLikelihood,
    deviance: -2 * logLikelihood,
    nullDeviance: -2 * nullLikelihood,
    aic: -2 * logLikelihood + 2 * start.length,
    mcFaddenR2: 1 - logLikelihood / nullLikelihood,
    confidence,
    method: { estimation: 'maximum likelihood', penalty: 'none' },
  };
}

/** Estimates and covariance for the columns as they are, from those for standardised columns; intercept first. */
function inUnits(
  design: StandardisedColumns,
  { coefficients, covariance }: LikelihoodMaximum,
): { readonly estimates: number[]; readonly covariance: number[][] } {
  const back = backToUnits(design);
  const column = coefficients.map((coefficient) => [coefficient]);
  return { estimates: multiply(back, column).flat(), covariance: multiply(multiply(back, covariance), transpose(back)) };
}

/** The matrix that turns coefficients of standardised columns into those of the columns as they are, intercept first. */
function backToUnits({ means, sds }: StandardisedColumns): number[][] {
  const rows = sds.map((sd, i) => [0, ...sds.map((_, j) => (i === j ? 1 / sd : 0))]);
  return [[1, ...sds.map((sd, j) => -means[j]! / sd)], ...rows];
}

/**
 * Chance of the event for each row by a fitted logistic regression. Throws RangeError when a row has another number of predictors.
 * @example logisticProbabilities({ coefficients: [{ estimate: -1 }, { estimate: 0.5 }] }, [[2], [0]]) // [0.5, 0.2689414…]
 */
export function logisticProbabilities(
  { coefficients }: { readonly coefficients: readonly { readonly estimate: number }[] },
  x: readonly (readonly number[])[],
): number[] {
  const [intercept = 0, ...slopes] = coefficients.map(({ estimate }) => estimate);
  return x.map((row) => {
    requireSameLength(row, slopes);
    return 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * slopes[j]!, intercept)));
  });
}
