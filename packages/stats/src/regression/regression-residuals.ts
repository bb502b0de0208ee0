import { isDetermined, type Outcome } from '../result/outcome.ts';
import { fitRows } from './row-fit.ts';

/** What a regression leaves unexplained, row by row. */
export interface RegressionResiduals {
  readonly kind: 'regression-residuals';
  readonly n: number;
  readonly fitted: readonly number[];
  /** observed less fitted */
  readonly residuals: readonly number[];
  /** weight of each row in its own fitted value, 1/n to 1 */
  readonly leverages: readonly number[];
}

/**
 * Fitted values, residuals and leverages of ordinary least squares with an intercept. Insufficient and undetermined as
 * `linearRegression`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Draper, Smith (1998), Applied Regression Analysis, 3rd ed., chapter 8.
 * @example regressionResiduals([[1], [2], [3], [4]], [1, 3, 3, 5]) // { fitted: [1.2…, 2.4…, 3.6…, 4.8…], leverages: [0.7…, 0.3…, 0.3…, 0.7…] }
 */
export function regressionResiduals(x: readonly (readonly number[])[], y: ArrayLike<number>): Outcome<RegressionResiduals> {
  const fit = fitRows(x, y);
  if (!isDetermined(fit)) return fit;
  const { n, residuals, leverages } = fit;
  return { kind: 'regression-residuals', n, fitted: residuals.map((residual, i) => y[i]! - residual), residuals, leverages };
}
