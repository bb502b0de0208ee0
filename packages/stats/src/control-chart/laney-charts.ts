import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { chartPoint, type ChartPoint } from './chart-point.ts';
import { chartSettings, judgePoints, type ChartOptions, type ControlChart } from './control-chart.ts';
import { pooledRate, requireCounts, type CountedSample } from './counted-sample.ts';
import { rangeMoments } from './range-moments.ts';

/** A chart whose limits carry the variation between samples, beside the limits that ignore it. */
export interface LaneyChart extends Omit<ControlChart, 'kind'> {
  readonly kind: 'laney-chart';
  /** spread of the z scores: 1 when the counting model holds, above 1 when samples differ more than that */
  readonly sigmaZ: number;
  /** each point in its own standard errors */
  readonly z: readonly number[];
  /** the same points on the p or u chart */
  readonly shewhart: { readonly points: readonly ChartPoint[]; readonly beyond: readonly number[] };
}

/**
 * Laney's p′ chart: a p chart for large samples, whose limits p̄ ± k σₚ σ_z also carry the variation between samples: z = (p − p̄)/σₚ,
 * σ_z = mean moving range of z / d2(2). The lower limits are not below 0; the upper ones of the p′ chart are not cut at 1. Fewer than two
 * samples: insufficient; nothing defective, everything defective, or z without variation: undetermined. Throws RangeError for
 * impossible counts. Source: Laney (2002), Quality Engineering 14, 531–537.
 * @example laneyShareChart([{ count: 100, size: 500 }, { count: 150, size: 500 }, { count: 120, size: 600 }]) // { center: 0.23125, sigmaZ: 4.770…, beyond: [] }
 */
export function laneyShareChart(samples: readonly CountedSample[], options: ChartOptions = {}): Outcome<LaneyChart> {
  requireCounts(samples, 'binomial');
  return laneyChart(samples, options, { statistic: 'share', sigmaOf: (share) => Math.sqrt(share * (1 - share)), ceiling: 1 });
}

/**
 * Laney's u′ chart: a u chart for large samples, whose limits ū ± k σᵤ σ_z also carry the variation between samples; see
 * `laneyShareChart`. Fewer than two samples: insufficient; no defects at all, or z without variation: undetermined.
 * @example laneyRateChart([{ count: 10, size: 5 }, { count: 30, size: 5 }, { count: 12, size: 5 }]) // { center: 3.4666…, sigmaZ: 4.04…, beyond: [] }
 */
export function laneyRateChart(samples: readonly CountedSample[], options: ChartOptions = {}): Outcome<LaneyChart> {
  requireCounts(samples, 'poisson');
  return laneyChart(samples, options, { statistic: 'rate', sigmaOf: Math.sqrt, ceiling: Infinity });
}

interface LaneyStatistic {
  readonly statistic: 'share' | 'rate';
  readonly sigmaOf: (center: number) => number;
  /** of the limits without σ_z */
  readonly ceiling: number;
}

function laneyChart(samples: readonly CountedSample[], options: ChartOptions, kind: LaneyStatistic): Outcome<LaneyChart> {
  const settings = chartSettings(options, samples.length);
  const center = pooledRate(samples.slice(0, settings.baseline));
  if (center === null || settings.baseline < 2) return insufficient(settings.baseline, 2);
  const sigma = kind.sigmaOf(center);
  if (sigma === 0) return undetermined(samples.length, 'no-variation');
  const z = samples.map(({ count, size }) => ((count / size - center) * Math.sqrt(size)) / sigma);
  const sigmaZ = meanMovingRange(z.slice(0, settings.baseline)) / rangeMoments(2).mean;
  if (sigmaZ === 0) return undetermined(samples.length, 'no-variation');
  const pointsOf = (spread: number, ceiling: number) =>
    samples.map(({ count, size }) =>
      chartPoint({ value: count / size, center, error: (spread * sigma) / Math.sqrt(size) }, settings.nsigmas, { floor: 0, ceiling }),
    );
  const frame = { statistic: kind.statistic, center, sigma, method: { estimator: 'moving-range-of-z', ...settings } };
  const { points, beyond } = judgePoints(pointsOf(1, kind.ceiling), frame);
  return { ...judgePoints(pointsOf(sigmaZ, Infinity), frame), kind: 'laney-chart', sigmaZ, z, shewhart: { points, beyond } };
}

function meanMovingRange(values: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += Math.abs(values[i]! - values[i - 1]!);
  return sum / (values.length - 1);
}
