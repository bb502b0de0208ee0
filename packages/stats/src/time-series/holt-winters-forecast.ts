import { normalQuantile } from '../distribution/normal.ts';
import type { Interval } from '../result/outcome.ts';
import type { Seasonality } from './classical-decomposition.ts';
import type { HoltWinters } from './holt-winters.ts';

/** A forecast with its interval. */
export interface Forecast {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * Forecasts of the next values from a smoothed series, with normal intervals whose variance is σ² Σ ψⱼ², ψ₀ = 1 and ψⱼ = α(1 + jβ), plus
 * γ(1 − α) at whole cycles; a multiplicative season scales ψⱼ by its ratio. Throws RangeError for a horizon below 1 or a confidence outside
 * (0, 1). Source: Yar and Chatfield (1990), International Journal of Forecasting 6, 127–137; multiplicative: Chatfield and Yar (1991), ibid. 7, 31–37.
 * @example forecastHoltWinters({ parameters: { alpha: 0.5, beta: 0, gamma: 0 }, state: { level: 10, trend: 1, season: [-2, 2] }, sigma: 1, method: { seasonal: 'additive', period: 2 } }, 3) // [{ value: 9, interval: [7.040…, 10.959…] }, { value: 14 }, { value: 11, interval: [8.599…, 13.400…] }]
 */
export function forecastHoltWinters(
  model: Pick<HoltWinters, 'parameters' | 'state' | 'sigma'> & {
    readonly method: { readonly seasonal: Seasonality; readonly period: number };
  },
  horizon: number,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Forecast[] {
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError(`a horizon is at least one step: ${horizon}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1: ${confidence}`);
  const { level, trend, season } = model.state;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const seasonAt = (step: number): number => season[(step - 1) % season.length]!;
  return Array.from({ length: horizon }, (_, i) => {
    const step = i + 1;
    const line = level + step * trend;
    const value = model.method.seasonal === 'additive' ? line + seasonAt(step) : line * seasonAt(step);
    const half = z * model.sigma * Math.sqrt(relativeVariance(model, step, seasonAt));
    return { value, interval: [value - half, value + half] };
  });
}

function relativeVariance(
  { parameters: { alpha, beta, gamma }, method }: Parameters<typeof forecastHoltWinters>[0],
  step: number,
  seasonAt: (step: number) => number,
): number {
  let variance = 1;
  for (let j = 1; j < step; j++) {
    const atCycle = j % method.period === 0 ? gamma * (1 - alpha) : 0;
    const ratio = method.seasonal === 'additive' ? 1 : seasonAt(step) / seasonAt(step - j);
    variance += (ratio * (alpha * (1 + j * beta) + atCycle)) ** 2;
  }
  return variance;
}
