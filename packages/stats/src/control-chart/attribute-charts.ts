import { insufficient, type Outcome } from '../result/outcome.ts';
import { chartPoint } from './chart-point.ts';
import { chartSettings, judgePoints, type ChartOptions, type ControlChart } from './control-chart.ts';
import { pooledRate, requireCounts, type CountedSample } from './counted-sample.ts';

/**
 * p chart: shares of defective units, with limits p̄ ± k √(p̄(1 − p̄)/n), kept within 0..1. The centre is the pooled share Σx/Σn; sigma
 * is √(p̄(1 − p̄)). No sample: insufficient. Throws RangeError for a count that is negative or larger than its sample.
 * Source: Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., section 7.2.
 * @example shareChart([{ count: 12, size: 50 }, { count: 15, size: 50 }, { count: 40, size: 50 }]) // { center: 0.44666…, beyond: [2] }
 */
export function shareChart(samples: readonly CountedSample[], options: ChartOptions = {}): Outcome<ControlChart> {
  requireCounts(samples, 'binomial');
  const settings = chartSettings(options, samples.length);
  const share = pooledRate(samples.slice(0, settings.baseline));
  if (share === null) return insufficient(0, 1);
  const sigma = Math.sqrt(share * (1 - share));
  const points = samples.map(({ count, size }) =>
    chartPoint({ value: count / size, center: share, error: sigma / Math.sqrt(size) }, settings.nsigmas, { floor: 0, ceiling: 1 }),
  );
  return judgePoints(points, { statistic: 'share', center: share, sigma, method: { estimator: 'pooled-share', ...settings } });
}

/**
 * np chart: numbers of defective units, with limits n p̄ ± k √(n p̄(1 − p̄)), kept within 0..n. Of unequal samples every point has its own
 * centre, `center` and `sigma` stand for the mean sample, and a p chart shows the same more clearly. `sigma` is that of a count.
 * No sample: insufficient. Throws RangeError for a count that is negative or larger than its sample.
 * Source: Montgomery (2013), section 7.2.
 * @example defectiveChart([{ count: 12, size: 50 }, { count: 15, size: 50 }, { count: 40, size: 50 }]) // { center: 22.333…, sigma: 3.515…, beyond: [2] }
 */
export function defectiveChart(samples: readonly CountedSample[], options: ChartOptions = {}): Outcome<ControlChart> {
  requireCounts(samples, 'binomial');
  const settings = chartSettings(options, samples.length);
  const baseline = samples.slice(0, settings.baseline);
  const share = pooledRate(baseline);
  if (share === null) return insufficient(0, 1);
  const sigmaOf = (size: number) => Math.sqrt(size * share * (1 - share));
  const points = samples.map(({ count, size }) =>
    chartPoint({ value: count, center: size * share, error: sigmaOf(size) }, settings.nsigmas, { floor: 0, ceiling: size }),
  );
  const meanSize = baseline.reduce((sum, { size }) => sum + size, 0) / baseline.length;
  const frame = { center: meanSize * share, sigma: sigmaOf(meanSize) };
  return judgePoints(points, { statistic: 'count', ...frame, method: { estimator: 'pooled-share', ...settings } });
}

/**
 * c chart: numbers of defects per sample of one and the same size, with limits c̄ ± k √c̄, the lower one not below 0. Sigma is √c̄.
 * No count: insufficient. Throws RangeError for a negative count.
 * Source: Montgomery (2013), section 7.3.
 * @example defectChart([7, 8, 12, 30]) // { center: 14.25, sigma: 3.77491…, beyond: [3] }
 */
export function defectChart(counts: readonly number[], options: ChartOptions = {}): Outcome<ControlChart> {
  const chart = rateChart(
    counts.map((count) => ({ count, size: 1 })),
    options,
  );
  return chart.kind === 'control-chart' ? { ...chart, statistic: 'count', method: { ...chart.method, estimator: 'mean-count' } } : chart;
}

/**
 * u chart: defects per unit, with limits ū ± k √(ū/n), the lower one not below 0. The centre is the pooled rate Σx/Σn; sigma is √ū.
 * No sample: insufficient. Throws RangeError for a negative count or a sample without a size.
 * Source: Montgomery (2013), section 7.3.
 * @example rateChart([{ count: 10, size: 5 }, { count: 12, size: 5 }, { count: 8, size: 10 }]) // { center: 1.5, sigma: 1.22474…, beyond: [] }
 */
export function rateChart(samples: readonly CountedSample[], options: ChartOptions = {}): Outcome<ControlChart> {
  requireCounts(samples, 'poisson');
  const settings = chartSettings(options, samples.length);
  const rate = pooledRate(samples.slice(0, settings.baseline));
  if (rate === null) return insufficient(0, 1);
  const sigma = Math.sqrt(rate);
  const points = samples.map(({ count, size }) =>
    chartPoint({ value: count / size, center: rate, error: sigma / Math.sqrt(size) }, settings.nsigmas, { floor: 0 }),
  );
  return judgePoints(points, { statistic: 'rate', center: rate, sigma, method: { estimator: 'pooled-rate', ...settings } });
}
