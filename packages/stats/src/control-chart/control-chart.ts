import type { ChartPoint } from './chart-point.ts';
import { runsOnOneSide } from './runs-on-one-side.ts';

/** What was charted. */
export type ChartStatistic = 'mean' | 'range' | 'deviation' | 'share' | 'count' | 'rate';

/** A control chart: its points with their limits, and the points that signal. Indexes are from 0. */
export interface ControlChart {
  readonly kind: 'control-chart';
  readonly statistic: ChartStatistic;
  /** points */
  readonly n: number;
  /** centre line; of counts from unequal samples at the mean sample */
  readonly center: number;
  /** standard deviation of one observation that the limits rest on */
  readonly sigma: number;
  readonly points: readonly ChartPoint[];
  /** points strictly outside their limits */
  readonly beyond: readonly number[];
  /** points at the end of at least `runLength` points strictly on one side of the centre */
  readonly runs: readonly number[];
  readonly method: ChartMethod;
}

/** The choices behind a chart. */
export interface ChartMethod {
  /** the name of the chart and how its sigma was estimated, for example 'xbar, mean-range' */
  readonly estimator: string;
  /** limits in standard errors */
  readonly nsigmas: number;
  readonly runLength: number;
  /** the first points, which alone made centre and limits */
  readonly baseline: number;
}

/** Settings that all charts share. */
export interface ChartOptions {
  /** limits in standard errors; 3 unless said */
  readonly nsigmas?: number;
  /** points on one side of the centre that make a signal; 7 unless said, 8 and 9 are also in use */
  readonly runLength?: number;
  /** number of first points that make centre and limits (phase I), by which all points are judged; all unless said */
  readonly baseline?: number;
}

/**
 * The settings with their defaults for a series of so many points. Throws RangeError for impossible ones.
 * @example chartSettings({ runLength: 9 }, 25) // { nsigmas: 3, runLength: 9, baseline: 25 }
 */
export function chartSettings(options: ChartOptions, points: number): Required<ChartOptions> {
  const { nsigmas = 3, runLength = 7, baseline = points } = options;
  if (!(nsigmas > 0)) throw new RangeError(`limits lie more than 0 standard errors away: ${nsigmas}`);
  if (!(Number.isInteger(runLength) && runLength >= 2)) throw new RangeError(`a run has at least two points: ${runLength}`);
  if (!(Number.isInteger(baseline) && baseline >= 0 && baseline <= points))
    throw new RangeError(`a baseline lies within the series: ${baseline}`);
  return { nsigmas, runLength, baseline };
}

/**
 * A chart of points that have their limits: says which are beyond them and which end a run. No points: an empty chart.
 * @example judgePoints([{ value: 9, center: 3, error: 1, lower: 1, upper: 5 }], { statistic: 'count', center: 3, sigma: 1, method: { estimator: 'given', nsigmas: 2, runLength: 7, baseline: 0 } }) // { n: 1, beyond: [0], runs: [] }
 */
export function judgePoints(
  points: readonly ChartPoint[],
  frame: Pick<ControlChart, 'statistic' | 'center' | 'sigma' | 'method'>,
): ControlChart {
  const sides = points.map(({ value, center }) => value - center);
  const runs = runsOnOneSide(sides, frame.method.runLength);
  return { kind: 'control-chart', n: points.length, ...frame, points, beyond: beyondLimits(points), runs };
}

/**
 * Indexes of the points strictly outside their limits.
 * @example beyondLimits([{ value: 5, center: 3, error: 1, lower: 1, upper: 5 }, { value: 0, center: 3, error: 1, lower: 1, upper: 5 }]) // [1]
 */
export function beyondLimits(points: readonly ChartPoint[]): number[] {
  return [...points.keys()].filter((i) => points[i]!.value > points[i]!.upper || points[i]!.value < points[i]!.lower);
}
