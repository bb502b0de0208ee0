import { insufficient, type Insufficient } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { loess, loessAt, type LoessFrame } from './loess.ts';

/** Smoothing windows (odd numbers of points) and degrees of STL. */
export interface StlOptions {
  readonly period: number;
  /** cycles that share in each season's figure; 'periodic' lets the season repeat exactly */
  readonly seasonalWindow: number | 'periodic';
  /** next odd number from 1.5 period / (1 − 1.5 / seasonal window) unless said */
  readonly trendWindow?: number;
  /** next odd number from the period unless said */
  readonly lowPassWindow?: number;
  /** degrees of the local fits; 0, 1, 1 unless said. A periodic season is always of degree 0 */
  readonly seasonalDegree?: 0 | 1;
  readonly trendDegree?: 0 | 1;
  readonly lowPassDegree?: 0 | 1;
  /** passes that update season and trend; 2 unless said, 1 is enough with robustness passes */
  readonly inner?: number;
  /** passes that weigh outliers down; 0 unless said, 15 for a robust decomposition */
  readonly outer?: number;
}

/** A series as season + trend + remainder. */
export interface SeasonalTrendLoess {
  readonly kind: 'seasonal-trend-loess';
  readonly n: number;
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  readonly remainder: readonly number[];
  /** weight of each value in the last pass; 1 without robustness passes */
  readonly weights: readonly number[];
  /** 0 none … 1 all of the variation that is not remainder: max(0, 1 − var(remainder)/var(component + remainder)) */
  readonly strength: { readonly seasonal: number; readonly trend: number };
  readonly method: {
    readonly period: number;
    readonly seasonalWindow: number | 'periodic';
    readonly trendWindow: number;
    readonly lowPassWindow: number;
    readonly inner: number;
    readonly outer: number;
  };
}

/**
 * STL, the seasonal-trend decomposition by loess, with fits at every tenth of a window and lines between them. More than two cycles are
 * needed, else insufficient. Throws RangeError for a period below 2, a window below 3, NaN or an infinity.
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990), Journal of Official Statistics 6, 3–73; strength: Wang, Smith and Hyndman (2006),
 * Data Mining and Knowledge Discovery 13, 335–364.
 * @example seasonalTrendLoess([1, 3, 2, 4, 3, 5, 4, 6, 5, 7], { period: 2, seasonalWindow: 'periodic' }).seasonal.slice(0, 2) // [-0.75…, 0.75…]
 */
export function seasonalTrendLoess(series: ArrayLike<number>, options: StlOptions): SeasonalTrendLoess | Insufficient {
  requireFinite(series, 'series');
  const frames = framesOf(options, series.length);
  const n = series.length;
  if (n <= 2 * options.period) return insufficient(n, 2 * options.period + 1);
  const passes = passesOf(options);
  const { weights, ...parts } = decompose(series, frames, passes);
  const seasonal = options.seasonalWindow === 'periodic' ? cycleMeans(parts.seasonal, options.period) : [...parts.seasonal];
  const trend = [...parts.trend];
  const remainder = seasonal.map((season, t) => series[t]! - season - trend[t]!);
  return {
    kind: 'seasonal-trend-loess',
    n,
    seasonal,
    trend,
    remainder,
    weights: weights === null ? seasonal.map(() => 1) : [...weights],
    strength: { seasonal: strengthOf(seasonal, remainder), trend: strengthOf(trend, remainder) },
    method: {
      period: options.period,
      seasonalWindow: options.seasonalWindow,
      trendWindow: frames.trend.span,
      lowPassWindow: frames.lowPass.span,
      ...passes,
    },
  };
}

interface Passes {
  readonly inner: number;
  readonly outer: number;
}

function passesOf({ inner = 2, outer = 0 }: StlOptions): Passes {
  const possible = Number.isInteger(inner) && inner >= 1 && Number.isInteger(outer) && outer >= 0;
  if (!possible) throw new RangeError(`passes are whole numbers, and one inner pass is needed: ${inner}, ${outer}`);
  return { inner, outer };
}

function decompose(series: ArrayLike<number>, frames: Frames, { inner, outer }: Passes): Parts & { readonly weights: Float64Array | null } {
  let weights: Float64Array | null = null;
  let parts: Parts = { seasonal: new Float64Array(series.length), trend: new Float64Array(series.length) };
  for (let pass = 0; pass <= outer; pass++) {
    if (pass > 0) weights = bisquareWeights(series, parts);
    for (let i = 0; i < inner; i++) parts = update(series, parts, { ...frames, weights });
  }
  return { ...parts, weights };
}

interface Parts {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
}

type Frame = Omit<LoessFrame, 'weights'>;

interface Frames {
  readonly period: number;
  readonly seasonal: Frame;
  readonly trend: Frame;
  readonly lowPass: Frame;
}

function framesOf(options: StlOptions, n: number): Frames {
  const { period, seasonalWindow, seasonalDegree = 0, trendDegree = 1, lowPassDegree = 1 } = options;
  if (!(Number.isInteger(period) && period >= 2)) throw new RangeError(`a period has at least two values: ${period}`);
  const season = seasonalWindow === 'periodic' ? 10 * n + 1 : seasonalWindow;
  const { trendWindow = nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / season))), lowPassWindow = nextOdd(period) } = options;
  return {
    period,
    seasonal: frameOf(season, seasonalWindow === 'periodic' ? 0 : seasonalDegree),
    trend: frameOf(trendWindow, trendDegree),
    lowPass: frameOf(lowPassWindow, lowPassDegree),
  };
}

function frameOf(window: number, degree: 0 | 1): Frame {
  if (!(Number.isInteger(window) && window >= 3)) throw new RangeError(`a window has at least three points: ${window}`);
  return { span: nextOdd(window), degree, jump: Math.ceil(window / 10) };
}

const nextOdd = (window: number): number => (window % 2 === 0 ? window + 1 : window);

/** One inner pass: season from the detrended series, its low frequencies taken out, then trend from the deseasonalised series. */
function update(
  series: ArrayLike<number>,
  { trend }: Parts,
  { period, weights, ...frames }: Frames & { weights: Float64Array | null },
): Parts {
  const n = series.length;
  const detrended = Float64Array.from(trend, (level, t) => series[t]! - level);
  const cycles = smoothSeasons(detrended, period, { ...frames.seasonal, weights });
  const averaged = movingAverage(movingAverage(movingAverage(cycles, period), period), 3);
  const lowPass = loess(averaged, { ...frames.lowPass, weights: null });
  const seasonal = new Float64Array(n).map((_, t) => cycles[period + t]! - lowPass[t]!);
  const deseasonalised = seasonal.map((season, t) => series[t]! - season);
  return { seasonal, trend: loess(deseasonalised, { ...frames.trend, weights }) };
}

/** Smooths the series of each season by itself and extends it by one cycle at both ends. */
function smoothSeasons(series: Float64Array, period: number, frame: LoessFrame): Float64Array {
  const n = series.length;
  const extended = new Float64Array(n + 2 * period);
  for (let season = 0; season < period; season++) {
    const length = Math.floor((n - 1 - season) / period) + 1;
    const own = Float64Array.from({ length }, (_, cycle) => series[season + cycle * period]!);
    const { weights } = frame;
    const ownFrame = { ...frame, weights: weights && Float64Array.from({ length }, (_, cycle) => weights[season + cycle * period]!) };
    const curve = loess(own, ownFrame);
    const before = loessAt(own, { x: 0, left: 1, right: Math.min(frame.span, length) }, ownFrame) ?? curve[0]!;
    const after =
      loessAt(own, { x: length + 1, left: Math.max(1, length - frame.span + 1), right: length }, ownFrame) ?? curve[length - 1]!;
    [before, ...curve, after].forEach((value, cycle) => (extended[season + cycle * period] = value));
  }
  return extended;
}

function movingAverage(values: Float64Array, length: number): Float64Array {
  const averages = new Float64Array(values.length - length + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! - (i < length ? 0 : values[i - length]!);
    if (i >= length - 1) averages[i - length + 1] = sum / length;
  }
  return averages;
}

/** Weights that fall to 0 at six median absolute remainders. */
function bisquareWeights(series: ArrayLike<number>, { seasonal, trend }: Parts): Float64Array {
  const sizes = seasonal.map((season, t) => Math.abs(series[t]! - season - trend[t]!));
  const sorted = sizes.toSorted();
  const middle = (sorted.length - 1) / 2;
  const limit = 3 * (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!);
  return sizes.map((size) => {
    if (size <= 0.001 * limit) return 1;
    return size <= 0.999 * limit ? (1 - (size / limit) ** 2) ** 2 : 0;
  });
}

/** Every season at the mean of its figures. */
function cycleMeans(seasonal: Float64Array, period: number): number[] {
  const means = Array.from({ length: period }, (_, season) => {
    const figures = seasonal.filter((__, t) => t % period === season);
    return figures.reduce((sum, value) => sum + value, 0) / figures.length;
  });
  return Array.from(seasonal, (_, t) => means[t % period]!);
}

function strengthOf(component: readonly number[], remainder: readonly number[]): number {
  const together = varianceOf(component.map((value, t) => value + remainder[t]!));
  return together === 0 ? 0 : Math.max(0, 1 - varianceOf(remainder) / together);
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
