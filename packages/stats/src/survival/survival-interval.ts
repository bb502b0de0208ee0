import type { Interval } from '../result/outcome.ts';

/** The scale on which the interval of a survival curve is symmetric. */
export type SurvivalScale = 'log' | 'log-log' | 'plain';

/** An estimated survival with its standard error and the normal quantile. */
export interface SurvivalEstimate {
  readonly survival: number;
  readonly standardError: number;
  readonly quantile: number;
}

/**
 * Interval of a survival share S with standard error s: on the log scale S · exp(± z s/S), cut off at 1; on the log-log scale
 * S^exp(± z s/(S ln S)); plain S ± z s, cut off at 0 and 1. A survival of 1 keeps [1, 1]; one of 0 has none: `null`.
 * Source: Kalbfleisch, Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4.
 * @example survivalInterval({ survival: 0.5, standardError: 0.1, quantile: 1.96 }, 'log') // [0.3378…, 0.7399…]
 * @example survivalInterval({ survival: 0.5, standardError: 0.1, quantile: 1.96 }, 'log-log') // [0.2951…, 0.6745…]
 */
export function survivalInterval({ survival, standardError, quantile }: SurvivalEstimate, scale: SurvivalScale): Interval | null {
  if (survival === 0) return null;
  if (survival === 1) return [1, 1];
  const half = quantile * standardError;
  switch (scale) {
    case 'log':
      return [survival * Math.exp(-half / survival), Math.min(1, survival * Math.exp(half / survival))];
    case 'log-log': {
      const factor = Math.exp(half / (survival * Math.log(survival)));
      return [survival ** (1 / factor), survival ** factor];
    }
    case 'plain':
      return [Math.max(0, survival - half), Math.min(1, survival + half)];
    default:
      throw new RangeError(scale satisfies never);
  }
}
