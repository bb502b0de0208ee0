import { insufficient, type Insufficient } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import type { Forecast } from './holt-winters-forecast.ts';

/** How good forecasts of one distance were. */
export interface HorizonAccuracy {
  /** steps ahead */
  readonly horizon: number;
  /** forecasts that could be compared */
  readonly n: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
  /** in percent of the value; null when a value is 0 */
  readonly meanAbsolutePercentage: number | null;
  /** mean absolute error as a share of that of repeating the value one period before; below 1 is better. Null when that never errs */
  readonly scaledError: number | null;
  /** share of values inside the forecasts' intervals */
  readonly coverage: number;
}

/** Accuracy of a way to forecast, on values it has not seen. */
export interface RollingAccuracy {
  readonly kind: 'rolling-accuracy';
  /** origins */
  readonly n: number;
  readonly horizons: readonly HorizonAccuracy[];
  readonly method: { readonly firstOrigin: number; readonly period: number };
}

/** How to roll. */
export interface RollingOptions {
  /** forecasts from what is known; as many as `horizon`, or none where there is too little */
  readonly forecast: (known: readonly number[]) => readonly Forecast[];
  readonly horizon: number;
  /** values known at the first origin */
  readonly firstOrigin: number;
  /** length of a season for the naive comparison; 1 unless said */
  readonly period?: number;
}

/**
 * Accuracy of forecasts with a rolling origin: at every origin only the values before it are known, and the forecasts are held against what
 * came after. Without a value after the first origin, or without any forecast: insufficient. Throws RangeError for a horizon below 1, a first
 * origin below the period, NaN or an infinity. Source: Tashman (2000), International Journal of Forecasting 16, 437–450; scaled error: Hyndman and
 * Koehler (2006), ibid. 22, 679–688.
 * @example rollingAccuracy([1, 2, 3, 4, 6], { forecast: (known) => [{ value: known.at(-1) ?? 0, interval: [0, 5] }], horizon: 1, firstOrigin: 2 }).horizons // [{ horizon: 1, n: 3, meanAbsoluteError: 1.333…, coverage: 0.666… }]
 */
export function rollingAccuracy(series: readonly number[], options: RollingOptions): RollingAccuracy | Insufficient {
  const { forecast, horizon, firstOrigin, period = 1 } = options;
  requireFinite(series, 'series');
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError(`a horizon is at least one step: ${horizon}`);
  if (!(Number.isInteger(firstOrigin) && firstOrigin >= period))
    throw new RangeError(`at the first origin a period is known: ${firstOrigin}`);
  const misses: Miss[][] = Array.from({ length: horizon }, () => []);
  let origins = 0;
  for (let origin = firstOrigin; origin < series.length; origin++) {
    const forecasts = forecast(series.slice(0, origin)).slice(0, horizon);
    if (forecasts.length > 0) origins += 1;
    forecasts.forEach(({ value, interval: [low, high] }, step) => {
      const actual = series[origin + step];
      if (actual !== undefined) misses[step]!.push({ actual, error: actual - value, inside: actual >= low && actual <= high });
    });
  }
  const naive = naiveError(series, period);
  const horizons = misses.flatMap((list, step) => (list.length === 0 ? [] : [accuracyOf(list, step + 1, naive)]));
  if (horizons.length === 0) return insufficient(series.length, firstOrigin + 1);
  return { kind: 'rolling-accuracy', n: origins, horizons, method: { firstOrigin, period } };
}

interface Miss {
  readonly actual: number;
  readonly error: number;
  readonly inside: boolean;
}

function accuracyOf(misses: readonly Miss[], horizon: number, naive: number): HorizonAccuracy {
  const n = misses.length;
  const meanOf = (part: (miss: Miss) => number): number => misses.reduce((sum, miss) => sum + part(miss), 0) / n;
  const meanAbsoluteError = meanOf(({ error }) => Math.abs(error));
  return {
    horizon,
    n,
    meanAbsoluteError,
    rootMeanSquareError: Math.sqrt(meanOf(({ error }) => error * error)),
    meanAbsolutePercentage: misses.some(({ actual }) => actual === 0)
      ? null
      : 100 * meanOf(({ actual, error }) => Math.abs(error / actual)),
    scaledError: naive === 0 ? null : meanAbsoluteError / naive,
    coverage: meanOf(({ inside }) => Number(inside)),
  };
}

/** Mean absolute difference from the value one period before. */
function naiveError(series: readonly number[], period: number): number {
  const differences = series.slice(period).map((value, i) => Math.abs(value - series[i]!));
  return differences.length === 0 ? 0 : differences.reduce((sum, each) => sum + each, 0) / differences.length;
}
