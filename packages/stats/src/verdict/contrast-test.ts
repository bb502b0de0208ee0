import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { tQuantile, tTwoSided } from '../distribution/student-t.ts';
import { customaryLag } from '../regression/newey-west.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite, requireSameLength } from '../result/require-finite.ts';
import { noiseCorrelation, sumsByDistance, timesCorrelations, weighed } from './autoregressive-noise.ts';
import { projectionOf, type Projection } from './projection.ts';

/** A weighted sum of the coefficients of a series' regression, with an error that stands small samples and alike neighbours. */
export interface ContrastTest {
  readonly kind: 'contrast-test';
  readonly n: number;
  readonly estimate: number;
  readonly standardError: number;
  /** of the error: Satterthwaite's, far below n when few points carry the contrast */
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly interval: Interval;
  readonly confidence: number;
  /** correlation of neighbouring values of the noise */
  readonly correlation: number;
  /** the error of Newey and West as it is in large samples, before it is corrected */
  readonly uncorrectedError: number;
  readonly method: { readonly errors: 'Newey–West, Bell–McCaffrey'; readonly kernel: 'Bartlett'; readonly lag: number };
}

/** A regression of a series and the weighted sum of its coefficients that is asked for. */
export interface ContrastDesign {
  /** whole numbers, rising; gaps are periods without a value */
  readonly times: readonly number[];
  /** one per value, the constant included */
  readonly rows: readonly (readonly number[])[];
  /** one weight per coefficient */
  readonly contrast: readonly number[];
}

/** `lag` unless given is ⌊4 (n/100)^(2/9)⌋; a `correlation` that is known replaces the estimated one. */
export interface ContrastOptions extends ConfidenceOptions {
  readonly lag?: number;
  readonly correlation?: number;
}

/**
 * Newey–West error of a weighted sum of coefficients, corrected as Bell and McCaffrey correct clustered ones: with few points the error of
 * Newey and West is too small and rejects too often, so it is multiplied by what makes it unbiased when the noise is autoregressive of order
 * 1 with the correlation found in the residuals, and judged by the t distribution whose degrees of freedom match its variance under that
 * noise. Values that fit without a rest are undetermined (`no-variation`), columns that depend on each other `singular`; needs two values
 * more than coefficients. Throws RangeError for unequal lengths, NaN and infinities.
 * Source: Newey, West (1987), Econometrica 55, 703–708; Bell, McCaffrey (2002), Survey Methodology 28, 169–181; Imbens, Kolesár (2016),
 * Review of Economics and Statistics 98, 701–712.
 * @example contrastTest([5, 6, 5, 7, 9, 8, 10, 9], { times: [1, 2, 3, 4, 5, 6, 7, 8], rows: [[1, 0], [1, 0], [1, 0], [1, 0], [1, 1], [1, 1], [1, 1], [1, 1]], contrast: [0, 1] }, { lag: 0, correlation: 0 }) // { estimate: 3.25000…, standardError: 0.62915…, df: 6 }
 */
export function contrastTest(
  values: ArrayLike<number>,
  design: ContrastDesign,
  { lag = customaryLag(values.length), correlation, ...options }: ContrastOptions = {},
): Outcome<ContrastTest> {
  const confidence = confidenceOf(options);
  requireFinite(values, 'values');
  requireSameLength(values, design.rows);
  const n = values.length;
  const needed = design.contrast.length + 2;
  if (n < needed) return insufficient(n, needed);
  const projection = projectionOf(design);
  if (projection === null) return undetermined(n, 'singular');
  const residuals = projection.projector.map((row) => dot(row, values));
  const phi = correlation ?? noiseCorrelation(residuals, { times: design.times, projector: projection.projector });
  const uncorrected = Math.sqrt(squareSum(residuals, projection, { times: design.times, lag }));
  const error = errorOf(projection, { times: design.times, lag, phi });
  if (!(uncorrected > 1e-12 * largest(values)) || error === null) return undetermined(n, 'no-variation');
  const estimate = dot(projection.weights, values);
  const standardError = uncorrected * Math.sqrt(error.factor);
  const half = tQuantile((1 + confidence) / 2, error.df) * standardError;
  return {
    kind: 'contrast-test',
    ...{ n, estimate, standardError, df: error.df, t: estimate / standardError },
    p: tTwoSided(estimate / standardError, error.df),
    interval: [estimate - half, estimate + half],
    ...{ confidence, correlation: phi, uncorrectedError: uncorrected },
    method: { errors: 'Newey–West, Bell–McCaffrey', kernel: 'Bartlett', lag },
  };
}

/** What a design promises before there are values: error of the contrast per unit of noise, and its degrees of freedom. */
export interface ContrastOutlook {
  readonly standardError: number;
  readonly df: number;
}

/**
 * The error that a contrast will have when the noise has standard deviation 1 and the given correlation; null where the columns depend on
 * each other or there are too few points.
 * @example contrastOutlook({ times: [1, 2, 3, 4, 5, 6, 7, 8], rows: [[1, 0], [1, 0], [1, 0], [1, 0], [1, 1], [1, 1], [1, 1], [1, 1]], contrast: [0, 1] }, { correlation: 0, lag: 0 }) // { standardError: 0.70710…, df: 6.0… }
 */
export function contrastOutlook(
  design: ContrastDesign,
  { correlation, lag = customaryLag(design.rows.length) }: { readonly correlation: number; readonly lag?: number },
): ContrastOutlook | null {
  if (design.rows.length < design.contrast.length + 2) return null;
  const projection = projectionOf(design);
  const error = projection === null ? null : errorOf(projection, { times: design.times, lag, phi: correlation });
  return error === null ? null : { standardError: Math.sqrt(error.variance), df: error.df };
}

interface Judged {
  readonly times: readonly number[];
  readonly lag: number;
}

/** Σ over pairs up to `lag` apart of Bartlett's weight · aₛ uₛ aₜ uₜ. */
function squareSum(residuals: readonly number[], { weights }: Projection, { times, lag }: Judged): number {
  let sum = 0;
  for (let s = 0; s < times.length; s++) {
    for (let t = s; t >= 0 && times[s]! - times[t]! <= lag; t--) {
      const kernel = (s === t ? 1 : 2) * (1 - (times[s]! - times[t]!) / (lag + 1));
      sum += kernel * weights[s]! * residuals[s]! * weights[t]! * residuals[t]!;
    }
  }
  return Math.max(0, sum);
}

/** Under noise of variance 1: variance of the contrast, what the uncorrected square is multiplied with, and degrees of freedom. */
function errorOf(projection: Projection, { times, lag, phi }: Judged & { readonly phi: number }) {
  const { weights, project } = projection;
  const n = times.length;
  const kernel = weights.map((a, s) => {
    const row = new Float64Array(n);
    for (let t = 0; t < n; t++) {
      const apart = Math.abs(times[s]! - times[t]!);
      if (apart <= lag) row[t] = (1 - apart / (lag + 1)) * a * weights[t]!;
    }
    return row;
  });
  const form = project(kernel);
  const expected = weighed(sumsByDistance(form, times), phi);
  if (!(expected > 0)) return null;
  const product = timesCorrelations(form, times, phi);
  let squares = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) squares += product[i]![j]! * product[j]![i]!;
  const spread = timesCorrelations([weights], times, phi)[0]!;
  const variance = dot(spread, weights);
  return { variance, factor: variance / expected, df: expected ** 2 / squares };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const largest = (values: ArrayLike<number>): number => Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
