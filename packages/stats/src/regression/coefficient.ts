import { normalQuantile, normalUpper } from '../distribution/normal.ts';
import { tQuantile, tTwoSided } from '../distribution/student-t.ts';
import type { Interval } from '../result/outcome.ts';

/** One coefficient of a regression, judged against 0 by Student's t. */
export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  /** two-sided */
  readonly p: number;
  readonly interval: Interval;
}

/** One coefficient judged by the normal distribution, as maximum likelihood does (Wald). */
export interface WaldCoefficient {
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  /** two-sided */
  readonly p: number;
  readonly interval: Interval;
  /** e to the estimate: odds ratio or hazard ratio of one unit more */
  readonly ratio: number;
  readonly ratioInterval: Interval;
}

/** Estimates with their covariance matrix, in the same order. */
export interface Estimates {
  readonly estimates: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly confidence: number;
}

/**
 * Judges each estimate by Student's t with `df` degrees of freedom; `null` when a variance is not positive, so that nothing is left to judge by.
 * @example coefficientsOf({ estimates: [2], covariance: [[1]], df: 10, confidence: 0.95 }) // [{ estimate: 2, standardError: 1, t: 2, p: 0.0733…, interval: [-0.2281…, 4.2281…] }]
 */
export function coefficientsOf({ estimates, covariance, df, confidence }: Estimates & { readonly df: number }): Coefficient[] | null {
  if (covariance.some((row, i) => !(row[i]! > 0))) return null;
  const quantile = tQuantile((1 + confidence) / 2, df);
  return estimates.map((estimate, i) => {
    const standardError = Math.sqrt(covariance[i]![i]!);
    const half = quantile * standardError;
    const t = estimate / standardError;
    return { estimate, standardError, t, p: tTwoSided(t, df), interval: [estimate - half, estimate + half] };
  });
}

/**
 * Judges each estimate by the normal distribution.
 * @example waldCoefficientsOf({ estimates: [2], covariance: [[1]], confidence: 0.95 }) // [{ z: 2, p: 0.0455…, ratio: 7.389…, interval: [0.04003…, 3.95996…] }]
 */
export function waldCoefficientsOf({ estimates, covariance, confidence }: Estimates): WaldCoefficient[] {
  const quantile = normalQuantile((1 + confidence) / 2);
  return estimates.map((estimate, i) => {
    const standardError = Math.sqrt(covariance[i]![i]!);
    const [low, high] = [estimate - quantile * standardError, estimate + quantile * standardError];
    const z = estimate / standardError;
    const ratioInterval = [ratioOf(low), ratioOf(high)] as const;
    return { estimate, standardError, z, p: 2 * normalUpper(Math.abs(z)), interval: [low, high], ratio: ratioOf(estimate), ratioInterval };
  });
}

/** e to the power, at most the largest number there is. */
const ratioOf = (estimate: number): number => Math.min(Number.MAX_VALUE, Math.exp(estimate));
