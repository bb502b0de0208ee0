import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { coefficientsOf, type Coefficient } from './coefficient.ts';
import { fitRows } from './row-fit.ts';

/** Least squares of a time series, judged without assuming independent residuals. */
export interface NeweyWestErrors {
  readonly kind: 'newey-west-errors';
  readonly n: number;
  /** intercept first, then the predictors in their order */
  readonly coefficients: readonly Coefficient[];
  readonly confidence: number;
  readonly method: { readonly kernel: 'Bartlett'; readonly lag: number; readonly prewhitened: false; readonly smallSample: boolean };
}

/** `lag` unless given is ⌊4 (n/100)^(2/9)⌋; `smallSample` (no, unless said) multiplies the covariance by n/(n − k − 1). */
export interface NeweyWestOptions extends ConfidenceOptions {
  readonly lag?: number;
  readonly smallSample?: boolean;
}

/**
 * Heteroscedasticity and autocorrelation consistent errors of ordinary least squares, rows in order of time: residuals up to `lag` rows
 * apart may depend on each other, with Bartlett's weights 1 − l/(lag + 1). Insufficient and undetermined as `linearRegression`. Throws
 * RangeError for a lag that is no whole number from 0 or not below n, unequal lengths, NaN and infinities.
 * Source: Newey, West (1987), Econometrica 55, 703–708; lag: Newey, West (1994), Review of Economic Studies 61, 631–653.
 * @example neweyWestErrors([[1], [2], [3], [4]], [1, 3, 3, 5], { lag: 1 }) // { method: { lag: 1 }, coefficients: [{ standardError: 0.28284… }, { estimate: 1.20000…, standardError: 0.10392… }] }
 */
export function neweyWestErrors(
  x: readonly (readonly number[])[],
  y: ArrayLike<number>,
  { lag = customaryLag(y.length), smallSample = false, ...options }: NeweyWestOptions = {},
): Outcome<NeweyWestErrors> {
  const confidence = confidenceOf(options);
  const fit = fitRows(x, y);
  if (!isDetermined(fit)) return fit;
  if (!Number.isInteger(lag) || lag < 0 || lag >= fit.n) throw new RangeError('the lag is a whole number from 0 and below n');
  const contributions = fit.influences.map((influence, i) => influence.map((cell) => cell * fit.residuals[i]!));
  const df = fit.n - fit.coefficients.length;
  const factor = smallSample ? fit.n / df : 1;
  const covariance = longRunCovariance(contributions, lag).map((row) => row.map((cell) => cell * factor));
  const coefficients = coefficientsOf({ estimates: fit.coefficients, covariance, df, confidence });
  if (coefficients === null) return undetermined(fit.n, 'no-variation');
  return {
    kind: 'newey-west-errors',
    n: fit.n,
    coefficients,
    confidence,
    method: { kernel: 'Bartlett', lag, prewhitened: false, smallSample },
  };
}

/**
 * The lag that grows with the length of the series: ⌊4 (n/100)^(2/9)⌋.
 * @example customaryLag(100) // 4
 */
export function customaryLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/** Γ₀ + Σ (1 − l/(lag + 1)) (Γₗ + Γₗᵀ) of the rows' contributions. */
function longRunCovariance(rows: readonly (readonly number[])[], lag: number): number[][] {
  const width = rows[0]!.length;
  const sum = Array.from({ length: width }, () => Array<number>(width).fill(0));
  for (const [t, row] of rows.entries()) {
    for (let l = 0; l <= Math.min(lag, t); l++) addProducts(sum, [row, rows[t - l]!], l === 0 ? 0.5 : 1 - l / (lag + 1));
  }
  return sum;
}

/** Adds weight · (a bᵀ + b aᵀ). */
function addProducts(sum: number[][], [a, b]: readonly [readonly number[], readonly number[]], weight: number): void {
  for (const [i, row] of sum.entries()) for (let j = 0; j < row.length; j++) row[j]! += weight * (a[i]! * b[j]! + b[i]! * a[j]!);
}
