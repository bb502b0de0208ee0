import { sampleFromMoments } from '../comparison/sample.ts';
import type { Moments } from '../moments/moments.ts';
import { insufficient, type Outcome } from '../result/outcome.ts';

/** How much units differ in truth, and how much one observation of a unit differs from the next. */
export interface VarianceComponents {
  readonly kind: 'variance-components';
  /** observations */
  readonly n: number;
  readonly units: number;
  /** of all observations */
  readonly mean: number;
  /** variance of the units' true means; 0 when they differ less than chance */
  readonly between: number;
  /** variance of observations within a unit */
  readonly within: number;
  /** share of the variance of a single observation that is between units: their reliability */
  readonly reliability: number;
  readonly method: { readonly estimation: 'analysis of variance' };
}

/**
 * Variance components of units (sites, teams, agents) from mergeable sums per unit: within = mean square within, between = (mean square
 * between − within) / n₀, not below 0. Empty units are left out; needs two units and more observations than units. Observations without any
 * spread have reliability 0.
 * Source: Searle, Casella, McCulloch (1992), Variance Components, section 3.6.
 * @example varianceComponents([{ n: 2, sum: 3, squares: 5 }, { n: 2, sum: 7, squares: 25 }]) // { mean: 2.5, between: 1.75, within: 0.5, reliability: 0.7777… }
 */
export function varianceComponents(units: readonly Moments[]): Outcome<VarianceComponents> {
  const samples = units.map(sampleFromMoments).filter(({ n }) => n > 0);
  const n = samples.reduce((sum, unit) => sum + unit.n, 0);
  const k = samples.length;
  if (k < 2 || n <= k) return insufficient(n, Math.max(2, k) + 1);
  const mean = samples.reduce((sum, unit) => sum + unit.n * unit.mean, 0) / n;
  const within = samples.reduce((sum, unit) => sum + unit.deviations, 0) / (n - k);
  const meanSquareBetween = samples.reduce((sum, unit) => sum + unit.n * (unit.mean - mean) ** 2, 0) / (k - 1);
  const typicalSize = (n - samples.reduce((sum, unit) => sum + unit.n ** 2, 0) / n) / (k - 1);
  const between = Math.max(0, (meanSquareBetween - within) / typicalSize);
  const reliability = between === 0 ? 0 : between / (between + within);
  return { kind: 'variance-components', n, units: k, mean, between, within, reliability, method: { estimation: 'analysis of variance' } };
}
