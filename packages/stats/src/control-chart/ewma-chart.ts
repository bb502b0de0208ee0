import { isDetermined, type Outcome } from '../result/outcome.ts';
import { chartPoint, type ChartPoint } from './chart-point.ts';
import { beyondLimits, chartSettings } from './control-chart.ts';
import { processFrame, type FrameOptions, type ProcessFrame } from './process-frame.ts';
import type { Subgroup } from './subgroup.ts';

/** Settings of an EWMA chart. */
export interface EwmaOptions extends FrameOptions {
  /** weight of the newest mean, above 0 and at most 1; 0.2 unless said */
  readonly lambda?: number;
  /** limits in standard errors; 3 unless said */
  readonly nsigmas?: number;
  /** where the average starts; the centre unless said */
  readonly start?: number;
  /** number of first subgroups that make centre and sigma; all unless said */
  readonly baseline?: number;
}

/** An EWMA chart. Indexes are from 0. */
export interface EwmaChart {
  readonly kind: 'ewma-chart';
  readonly n: number;
  readonly center: number;
  readonly sigma: number;
  /** the averages with their widening limits */
  readonly points: readonly ChartPoint[];
  /** averages strictly outside their limits */
  readonly beyond: readonly number[];
  readonly method: { readonly sigma: ProcessFrame['method']; readonly lambda: number; readonly nsigmas: number; readonly baseline: number };
}

/**
 * Chart of exponentially weighted moving averages zᵢ = λ x̄ᵢ + (1 − λ) zᵢ₋₁ of subgroup means. The limits follow the exact variance
 * Vᵢ = λ² σ²/nᵢ + (1 − λ)² Vᵢ₋₁, which for equal subgroups is σ²/n · λ/(2 − λ) · (1 − (1 − λ)²ⁱ). Without a usable subgroup:
 * insufficient; when none varies: undetermined. Throws RangeError for λ outside (0, 1].
 * Source: Roberts (1959), Technometrics 1, 239–250; Montgomery (2013), section 9.2.
 * @example ewmaChart([[1, 3], [2, 4], [9, 11]].map(subgroupOf), { lambda: 0.2 }) // { center: 5, sigma: 1.7724…, beyond: [] }
 */
export function ewmaChart(subgroups: readonly Subgroup[], options: EwmaOptions = {}): Outcome<EwmaChart> {
  const { lambda = 0.2 } = options;
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`lambda lies above 0 and not above 1: ${lambda}`);
  const { nsigmas, baseline } = chartSettings(options, subgroups.length);
  const frame = processFrame(subgroups.slice(0, baseline), options);
  if (!isDetermined(frame)) return frame;
  const { center, sigma } = frame;
  let average = options.start ?? center;
  let variance = 0;
  const points = subgroups.map(({ n, mean }) => {
    average = lambda * mean + (1 - lambda) * average;
    variance = (lambda * lambda * sigma ** 2) / n + (1 - lambda) ** 2 * variance;
    return chartPoint({ value: average, center, error: Math.sqrt(variance) }, nsigmas);
  });
  const used = { sigma: frame.method, lambda, nsigmas, baseline };
  return { kind: 'ewma-chart', n: points.length, center, sigma, points, beyond: beyondLimits(points), method: used };
}
