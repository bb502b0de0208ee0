import { chiSquareUpper } from '../distribution/chi-square.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { fitRows } from './row-fit.ts';

/** Does the variance of the residuals depend on the predictors? */
export interface BreuschPaganTest {
  readonly kind: 'breusch-pagan-test';
  readonly n: number;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly method: { readonly studentised: true };
}

/**
 * Breusch–Pagan test in Koenker's studentised form: n · R² of the squared residuals on the predictors, χ² with as many degrees of freedom as
 * predictors. Where it rejects, take `robustErrors`. Insufficient and undetermined as `linearRegression`. Throws RangeError for unequal
 * lengths, NaN and infinities.
 * Source: Koenker (1981), Journal of Econometrics 17, 107–112.
 * @example breuschPaganTest([[1], [2], [3], [4], [5]], [1, 3, 3, 5, 9]) // { statistic: 3.57941…, df: 1 }
 */
export function breuschPaganTest(x: readonly (readonly number[])[], y: ArrayLike<number>): Outcome<BreuschPaganTest> {
  const fit = fitRows(x, y);
  if (!isDetermined(fit)) return fit;
  if (fit.residualSquares === 0) return undetermined(fit.n, 'no-variation');
  const { n, coefficients } = fit;
  const df = coefficients.length - 1;
  const spread = fitRows(
    x,
    fit.residuals.map((residual) => (residual ** 2 * n) / fit.residualSquares),
  );
  if (!isDetermined(spread)) return spread;
  const statistic = n * (1 - spread.residualSquares / spread.totalSquares);
  return { kind: 'breusch-pagan-test', n, statistic, df, p: chiSquareUpper(statistic, df), method: { studentised: true } };
}
