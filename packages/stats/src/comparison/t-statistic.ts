import { tQuantile, tTwoSided } from '../distribution/student-t.ts';
import type { Interval } from '../result/outcome.ts';

/** An estimate against nothing, judged by Student's t. */
export interface TStatistic {
  readonly statistic: number;
  readonly df: number;
  /** two-sided */
  readonly p: number;
  readonly confidence: number;
  readonly interval: Interval;
}

/** `df` may be fractional; `standardError` is above zero. */
export interface JudgedEstimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
  readonly confidence: number;
}

/**
 * t = estimate / standard error with its two-sided probability, and the interval estimate ± t quantile · standard error.
 * @example tStatisticOf({ estimate: 2, standardError: 1, df: 10, confidence: 0.95 }) // { statistic: 2, p: 0.07338…, interval: [-0.22813…, 4.22813…] }
 */
export function tStatisticOf({ estimate, standardError, df, confidence }: JudgedEstimate): TStatistic {
  const statistic = estimate / standardError;
  const half = tQuantile((1 + confidence) / 2, df) * standardError;
  return { statistic, df, p: tTwoSided(statistic, df), confidence, interval: [estimate - half, estimate + half] };
}
