/** R² of an outcome on every subset of its predictors. */
export interface SubsetR2 {
  /** index = sum of 2ⁱ over the predictors i in the subset */
  readonly r2: Float64Array;
  /** standardised coefficients with all predictors */
  readonly betas: readonly number[];
}

/**
 * R² on all 2ᵏ subsets from one correlation matrix whose last row and column are the outcome's. The predictors are taken up one by
 * one, each with and without it; what remains of the outcome's variance is 1 − R². The predictors must not be collinear.
 * Source: Furnival (1971), Technometrics 13, 403–408.
 * @example [...subsetR2([[1, 0, 0.6], [0, 1, 0.5], [0.6, 0.5, 1]]).r2] // [0, 0.36, 0.25, 0.61]
 */
export function subsetR2(correlation: readonly (readonly number[])[]): SubsetR2 {
  const r2 = new Float64Array(2 ** (correlation.length - 1));
  walk(correlation, { predictor: 0, subset: 0 }, r2);
  return { r2, betas: standardisedCoefficients(correlation) };
}

/** `rest` holds what the chosen predictors leave of those from `predictor` on and of the outcome. */
function walk(
  rest: readonly (readonly number[])[],
  { predictor, subset }: { readonly predictor: number; readonly subset: number },
  r2: Float64Array,
): void {
  if (rest.length === 1) {
    r2[subset] = 1 - rest[0]![0]!;
    return;
  }
  walk(
    rest.slice(1).map((row) => row.slice(1)),
    { predictor: predictor + 1, subset },
    r2,
  );
  walk(withoutFirst(rest), { predictor: predictor + 1, subset: subset + 2 ** predictor }, r2);
}

/** What the first variable leaves of the others: one step of elimination. */
function withoutFirst(rest: readonly (readonly number[])[]): number[][] {
  const [pivot = []] = rest;
  return rest.slice(1).map((row) => row.slice(1).map((cell, j) => cell - (row[0]! * pivot[j + 1]!) / pivot[0]!));
}

/** Elimination down to the outcome, then substitution back. */
function standardisedCoefficients(correlation: readonly (readonly number[])[]): number[] {
  const steps: (readonly number[])[] = [];
  for (let rest = correlation; rest.length > 1; rest = withoutFirst(rest)) steps.push(rest[0]!);
  const betas: number[] = [];
  for (const step of steps.reverse()) {
    const explained = betas.reduce((sum, beta, j) => sum + beta * step[j + 1]!, 0);
    betas.unshift((step[step.length - 1]! - explained) / step[0]!);
  }
  return betas;
}
