import { insufficient, type Insufficient } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** A series smoothed to its level. */
export interface SimpleSmoothing {
  readonly kind: 'simple-smoothing';
  readonly n: number;
  /** level after the last value, which is also the forecast of every later one */
  readonly level: number;
  /** sum of squared one-step errors from the second value on */
  readonly sse: number;
  /** mean absolute one-step error in percent of the value; null when a value is 0 */
  readonly mape: number | null;
  readonly method: { readonly alpha: number; readonly start: 'first-value' };
}

/**
 * Simple exponential smoothing: level_t = α x_t + (1 − α) level_{t−1}, started at the first value. For series without trend and season. Fewer
 * than two values: insufficient. Throws RangeError for α outside 0..1, NaN or an infinity.
 * Source: Brown (1959), Statistical Forecasting for Inventory Control, McGraw-Hill.
 * @example simpleSmoothing([10, 12, 11], 0.5) // { level: 11, sse: 4, mape: 8.333… }
 */
export function simpleSmoothing(series: ArrayLike<number>, alpha: number): SimpleSmoothing | Insufficient {
  requireFinite(series, 'series');
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`α lies between 0 and 1: ${alpha}`);
  const n = series.length;
  if (n < 2) return insufficient(n, 2);
  let level = series[0]!;
  let sse = 0;
  let relative: number | null = 0;
  for (let t = 1; t < n; t++) {
    const value = series[t]!;
    const error = value - level;
    sse += error * error;
    relative = relative === null || value === 0 ? null : relative + Math.abs(error / value);
    level += alpha * error;
  }
  const mape = relative === null ? null : (100 * relative) / (n - 1);
  return { kind: 'simple-smoothing', n, level, sse, mape, method: { alpha, start: 'first-value' } };
}
