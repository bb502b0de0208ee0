import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { coefficientsOf, type Coefficient } from './coefficient.ts';
import { fitRows, type RowFit } from './row-fit.ts';
import { outerSum } from './sandwich.ts';

/** How the squared residuals are inflated. */
export type RobustType = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/** Least squares judged without assuming equal variances of the residuals. */
export interface RobustErrors {
  readonly kind: 'robust-errors';
  readonly n: number;
  /** intercept first, then the predictors in their order */
  readonly coefficients: readonly Coefficient[];
  readonly confidence: number;
  readonly method: { readonly errors: RobustType };
}

/**
 * Heteroscedasticity-consistent errors of ordinary least squares: HC0 takes the squared residuals as they are, HC1 times n/(n − k − 1),
 * HC2 over 1 − leverage, HC3 (unless said) over (1 − leverage)². A row with leverage 1 leaves HC2 and HC3 `singular`, a coefficient without
 * any residual behind it has `no-variation`; else insufficient and undetermined as `linearRegression`. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: MacKinnon, White (1985), Journal of Econometrics 29, 305–325; HC3 for small samples: Long, Ervin (2000), The American
 * Statistician 54, 217–224.
 * @example robustErrors([[1], [2], [3], [4]], [1, 3, 3, 5], { type: 'HC0' }) // { coefficients: [{ standardError: 0.37416… }, { estimate: 1.20000…, standardError: 0.12000… }] }
 */
export function robustErrors(
  x: readonly (readonly number[])[],
  y: ArrayLike<number>,
  { type = 'HC3', ...options }: ConfidenceOptions & { readonly type?: RobustType } = {},
): Outcome<RobustErrors> {
  const confidence = confidenceOf(options);
  const fit = fitRows(x, y);
  if (!isDetermined(fit)) return fit;
  const alone = fit.leverages.some((leverage) => leverage > 1 - 1e-10);
  if (alone && (type === 'HC2' || type === 'HC3')) return undetermined(fit.n, 'singular');
  const covariance = outerSum(fit.influences, inflatedResiduals(fit, type));
  const df = fit.n - fit.coefficients.length;
  const coefficients = coefficientsOf({ estimates: fit.coefficients, covariance, df, confidence });
  if (coefficients === null) return undetermined(fit.n, 'no-variation');
  return {
    kind: 'robust-errors',
    n: fit.n,
    coefficients,
    confidence,
    method: { errors: type },
  };
}

function inflatedResiduals({ n, coefficients, residuals, leverages }: RowFit, type: RobustType): number[] {
  switch (type) {
    case 'HC0':
      return [...residuals];
    case 'HC1':
      return residuals.map((residual) => residual * Math.sqrt(n / (n - coefficients.length)));
    case 'HC2':
      return residuals.map((residual, i) => residual / Math.sqrt(1 - leverages[i]!));
    case 'HC3':
      return residuals.map((residual, i) => residual / (1 - leverages[i]!));
    default:
      throw new RangeError(type satisfies never);
  }
}
