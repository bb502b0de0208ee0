import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { fUpper } from '../distribution/fisher-f.ts';
import type { CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { coefficientsOf, type Coefficient } from './coefficient.ts';
import { leastSquaresOf, type LeastSquares, type Variables } from './least-squares.ts';
import { fitRows } from './row-fit.ts';

/** An outcome explained by a weighted sum of predictors. */
export interface LinearRegression {
  readonly kind: 'linear-regression';
  readonly n: number;
  /** intercept first, then the predictors in their order */
  readonly coefficients: readonly Coefficient[];
  /** share of the outcome's variation that is explained, and the same less what chance explains */
  readonly r2: number;
  readonly adjustedR2: number;
  /** standard deviation of the residuals, n − k − 1 in the denominator */
  readonly sigma: number;
  readonly residualSquares: number;
  readonly totalSquares: number;
  readonly f: { readonly statistic: number; readonly df: readonly [number, number]; readonly p: number };
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly confidence: number;
  readonly method: { readonly estimation: 'least squares'; readonly errors: 'classical'; readonly criteria: 'sigma counted' };
}

/**
 * Ordinary least squares of `y` on the columns of `x` with an intercept. Akaike's and Schwarz's criteria count σ as a parameter.
 * Needs one observation more than coefficients; collinear predictors are `singular` and named in `columns`, a constant outcome is
 * `constant`, and a perfect fit (no residual to judge by) has `no-variation`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Draper, Smith (1998), Applied Regression Analysis, 3rd ed., chapters 1 to 5.
 * @example linearRegression([[1], [2], [3], [4]], [1, 3, 3, 5]) // { n: 4, r2: 0.90000…, sigma: 0.63245…, coefficients: [{}, { estimate: 1.20000…, standardError: 0.28284…, t: 4.24264… }] }
 * @example linearRegression([[1], [2]], [1, 3]) // { kind: 'insufficient', n: 2, needed: 3 }
 */
export function linearRegression(
  x: readonly (readonly number[])[],
  y: ArrayLike<number>,
  options: ConfidenceOptions = {},
): Outcome<LinearRegression> {
  const fit = fitRows(x, y);
  return isDetermined(fit) ? judge(fit, confidenceOf(options)) : fit;
}

/**
 * Ordinary least squares from mergeable sums and cross-products: costs the same for a thousand rows and for a billion.
 * @example linearRegressionFromMoments({ n: 4, origin: [0, 0], sums: [10, 12], products: [[30, 36], [36, 44]] }, { outcome: 1, predictors: [0] }) // { n: 4, r2: 0.90000…, sigma: 0.63245… }
 */
export function linearRegressionFromMoments(
  moments: CrossMoments,
  { confidence, ...variables }: Variables & ConfidenceOptions,
): Outcome<LinearRegression> {
  const fit = leastSquaresOf(moments, variables);
  return isDetermined(fit) ? judge(fit, confidenceOf(confidence === undefined ? {} : { confidence })) : fit;
}

function judge(fit: Omit<LeastSquares, 'kind'>, confidence: number): Outcome<LinearRegression> {
  const { n, coefficients, inverse, residualSquares, totalSquares } = fit;
  const k = coefficients.length - 1;
  const df = n - k - 1;
  const variance = residualSquares / df;
  const statistic = (totalSquares - residualSquares) / k / variance;
  const logLikelihood = (-n / 2) * (Math.log(2 * Math.PI) + Math.log(residualSquares / n) + 1);
  const covariance = inverse.map((row) => row.map((cell) => cell * variance));
  const judged = coefficientsOf({ estimates: coefficients, covariance, df, confidence });
  if (judged === null) return undetermined(n, 'no-variation');
  return {
    kind: 'linear-regression',
    n,
    coefficients: judged,
    r2: 1 - residualSquares / totalSquares,
    adjustedR2: 1 - variance / (totalSquares / (n - 1)),
    sigma: Math.sqrt(variance),
    residualSquares,
    totalSquares,
    f: { statistic, df: [k, df], p: fUpper(statistic, k, df) },
    logLikelihood,
    aic: -2 * logLikelihood + 2 * (k + 2),
    bic: -2 * logLikelihood + Math.log(n) * (k + 2),
    confidence,
    method: { estimation: 'least squares', errors: 'classical', criteria: 'sigma counted' },
  };
}
