import { isDetermined, type Outcome } from '../result/outcome.ts';
import { chartPoint } from './chart-point.ts';
import { chartSettings, judgePoints, type ChartOptions, type ChartStatistic, type ControlChart } from './control-chart.ts';
import { processSigma, type SigmaMethod } from './process-sigma.ts';
import { rangeMoments } from './range-moments.ts';
import { grandMean, type Subgroup } from './subgroup.ts';
import { unbiasingConstant } from './unbiasing-constant.ts';

/** Settings of charts of subgroups. */
export interface SubgroupChartOptions extends ChartOptions {
  /** how sigma is estimated; each chart has its usual way */
  readonly sigma?: SigmaMethod;
}

/** What makes one chart of subgroups differ from the next. */
interface SubgroupStatistic {
  readonly statistic: ChartStatistic;
  readonly usual: SigmaMethod;
  readonly valueOf: (subgroup: Subgroup) => number;
  /** standard error of the value for σ = 1 */
  readonly error: (n: number) => number;
  /** no limit lies below */
  readonly floor: number;
}

/**
 * Shewhart's X̄ chart: means of subgroups, with limits x̿ ± k σ/√n. The centre is the mean over all observations. Sigma from the mean
 * range (X̄-R) unless said; 'mean-deviation' makes it the X̄-S chart. Without a usable subgroup: insufficient; when none varies:
 * undetermined. Source: Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., sections 6.2 and 6.3.
 * @example xbarChart([[1, 3], [2, 4], [9, 11]].map(subgroupOf)) // { center: 5, sigma: 1.7724…, beyond: [2], runs: [] }
 */
export function xbarChart(subgroups: readonly Subgroup[], options: SubgroupChartOptions = {}): Outcome<ControlChart> {
  return chartOf(subgroups, options, {
    statistic: 'mean',
    usual: 'mean-range',
    valueOf: ({ mean }) => mean,
    error: (n) => 1 / Math.sqrt(n),
    floor: -Infinity,
  });
}

/**
 * R chart: ranges of subgroups, with limits R̄ ± k d3 σ, the lower one not below 0. Sigma from the mean range unless said. Of unequal
 * subgroups the centre is the mean range weighted by size. Throws RangeError where a range was not kept or a subgroup has one value.
 * Source: Montgomery (2013), section 6.2.
 * @example rangeChart([[1, 3], [2, 4], [9, 11]].map(subgroupOf)) // { center: 2, sigma: 1.7724…, beyond: [] }
 */
export function rangeChart(subgroups: readonly Subgroup[], options: SubgroupChartOptions = {}): Outcome<ControlChart> {
  return chartOf(subgroups, options, {
    statistic: 'range',
    usual: 'mean-range',
    valueOf: ({ range }) => required(range, 'range'),
    error: (n) => rangeMoments(n).deviation,
    floor: 0,
  });
}

/**
 * S chart: standard deviations of subgroups, with limits s̄ ± k σ √(1 − c4²), the lower one not below 0. Sigma from the mean standard
 * deviation unless said. Of unequal subgroups the centre is the mean weighted by size. Throws RangeError for a subgroup of one value.
 * Source: Montgomery (2013), section 6.3.
 * @example deviationChart([[1, 3], [2, 4], [9, 11]].map(subgroupOf)) // { center: 1.4142…, sigma: 1.7724… }
 */
export function deviationChart(subgroups: readonly Subgroup[], options: SubgroupChartOptions = {}): Outcome<ControlChart> {
  return chartOf(subgroups, options, {
    statistic: 'deviation',
    usual: 'mean-deviation',
    valueOf: ({ variance }) => Math.sqrt(required(variance, 'variance')),
    error: (n) => Math.sqrt(1 - unbiasingConstant(n) ** 2),
    floor: 0,
  });
}

function chartOf(subgroups: readonly Subgroup[], options: SubgroupChartOptions, kind: SubgroupStatistic): Outcome<ControlChart> {
  const settings = chartSettings(options, subgroups.length);
  const baseline = subgroups.slice(0, settings.baseline);
  const estimate = processSigma(baseline, options.sigma ?? kind.usual);
  if (!isDetermined(estimate)) return estimate;
  const { sigma, method } = estimate;
  const center = grandMean(baseline.map((each) => ({ ...each, mean: kind.valueOf(each) })));
  const points = subgroups.map((each) =>
    chartPoint({ value: kind.valueOf(each), center, error: sigma * kind.error(each.n) }, settings.nsigmas, { floor: kind.floor }),
  );
  return judgePoints(points, { statistic: kind.statistic, center, sigma, method: { estimator: method, ...settings } });
}

function required(value: number | null, what: string): number {
  if (value === null) throw new RangeError(`every subgroup needs its ${what}`);
  return value;
}
