import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { classicalDecomposition, requireSeason, type Seasonality } from './classical-decomposition.ts';
import { searchBox } from './search-box.ts';

/** Level, trend per step, and one figure per season of the cycle. */
export interface SeasonalState {
  readonly level: number;
  readonly trend: number;
  readonly season: readonly number[];
}

/** How fast level, trend and season follow, each within 0..1. */
export interface SmoothingParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** A series smoothed with trend and season. */
export interface HoltWinters {
  readonly kind: 'holt-winters';
  readonly n: number;
  readonly parameters: SmoothingParameters;
  readonly start: SeasonalState;
  /** after the last value; `season` begins with that of the next value */
  readonly state: SeasonalState;
  /** sum of squared one-step errors after the first cycle */
  readonly sse: number;
  /** standard deviation of the one-step errors */
  readonly sigma: number;
  readonly method: {
    readonly seasonal: Seasonality;
    readonly period: number;
    readonly start: 'given' | 'first-cycles';
    readonly parameters: 'given' | 'least-squares';
  };
}

/** What kind of season, and what is already known. */
export interface HoltWintersOptions {
  readonly period: number;
  readonly seasonal: Seasonality;
  /** chosen by least squared one-step errors unless given */
  readonly parameters?: SmoothingParameters;
  /** taken from the first cycles unless given: level and trend before the first value, season of the first cycle */
  readonly start?: SeasonalState;
  /** cycles that make the start; 2 unless said */
  readonly startCycles?: number;
}

/**
 * Holt–Winters smoothing. The recursion runs from the second cycle on: level ← α(x − s) + (1 − α)(level + trend), trend ← β Δlevel + (1 − β)
 * trend, s ← γ(x − level) + (1 − γ)s; a multiplicative season divides instead. Fewer than two cycles (or than `startCycles`): insufficient; a
 * multiplicative season whose level meets 0: undetermined.
 * Throws RangeError for parameters outside 0..1, a start that does not fit, a period below 2, NaN, an infinity, or values that are not above 0 in
 * a multiplicative season. Sources: Winters (1960), Management Science 6, 324–342; Holt (1957), ONR Memorandum 52.
 * @example holtWinters([10, 20, 11, 22, 12, 24], { period: 2, seasonal: 'additive', parameters: { alpha: 0.5, beta: 0.1, gamma: 0.1 } }) // { n: 6, start: { level: 14.5, trend: 0.75 }, method: { start: 'first-cycles' } }
 */
export function holtWinters(series: ArrayLike<number>, options: HoltWintersOptions): Outcome<HoltWinters> {
  const { period, seasonal, startCycles = 2 } = options;
  requireSeason(series, options);
  requireStart(options);
  const needed = (options.start === undefined ? Math.max(2, startCycles) : 2) * period;
  if (series.length < needed) return insufficient(series.length, needed);
  const start = options.start ?? startOf(series, options, startCycles);
  const parameters = options.parameters ?? leastSquares(series, start, options);
  requireParameters(parameters);
  const { sse, state } = smooth(series, { start, seasonal }, parameters);
  if (sse === runaway) return undetermined(series.length, 'not-converged');
  const method = {
    seasonal,
    period,
    start: options.start === undefined ? 'first-cycles' : 'given',
    parameters: options.parameters === undefined ? 'least-squares' : 'given',
  } as const;
  const n = series.length;
  return { kind: 'holt-winters', n, parameters, start, state, sse, sigma: Math.sqrt(sse / (n - period)), method };
}

function startOf(series: ArrayLike<number>, { period, seasonal }: HoltWintersOptions, cycles: number): SeasonalState {
  if (!(Number.isInteger(cycles) && cycles >= 2)) throw new RangeError(`a start needs two cycles: ${cycles}`);
  const first = Array.from({ length: cycles * period }, (_, t) => series[t]!);
  const decomposition = classicalDecomposition(first, { period, seasonal });
  // cannot happen: the cycles are there
  if (decomposition.kind === 'insufficient') throw new RangeError('a start needs two cycles');
  return { ...lineThrough(decomposition.trend), season: decomposition.figure };
}

/** Least squares line through values at 1, 2, …: its value at 0 and its slope. */
function lineThrough(values: readonly number[]): { level: number; trend: number } {
  const n = values.length;
  const centre = (n + 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const products = values.reduce((sum, value, i) => sum + (i + 1 - centre) * value, 0);
  const trend = n < 2 ? 0 : products / ((n * (n * n - 1)) / 12);
  return { level: mean - trend * centre, trend };
}

function leastSquares(series: ArrayLike<number>, start: SeasonalState, { seasonal }: HoltWintersOptions): SmoothingParameters {
  const sse = (point: readonly number[]): number => smooth(series, { start, seasonal }, parametersAt(point)).sse;
  return parametersAt(searchBox(sse, 3).point);
}

function parametersAt([alpha = 0, beta = 0, gamma = 0]: readonly number[]): SmoothingParameters {
  return { alpha, beta, gamma };
}

function requireStart({ start, period }: HoltWintersOptions): void {
  if (start !== undefined && start.season.length !== period) throw new RangeError(`a start has ${period} seasons`);
}

function requireParameters(parameters: SmoothingParameters): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} lies between 0 and 1: ${value}`);
  }
}

/** What a multiplicative season with a level that meets 0 comes to: as bad as can be. */
const runaway = Number.MAX_VALUE;

interface Frame {
  readonly start: SeasonalState;
  readonly seasonal: Seasonality;
}

function smooth(
  series: ArrayLike<number>,
  { start, seasonal }: Frame,
  { alpha, beta, gamma }: SmoothingParameters,
): { readonly sse: number; readonly state: SeasonalState } {
  const period = start.season.length;
  const season = Float64Array.from(start.season);
  const additive = seasonal === 'additive';
  let { level, trend } = start;
  let sse = 0;
  for (let t = period; t < series.length; t++) {
    const x = series[t]!;
    const s = season[t % period]!;
    const expected = level + trend;
    const error = x - (additive ? expected + s : expected * s);
    sse += error * error;
    const next = alpha * (additive ? x - s : x / s) + (1 - alpha) * expected;
    trend = beta * (next - level) + (1 - beta) * trend;
    season[t % period] = gamma * (additive ? x - next : x / next) + (1 - gamma) * s;
    level = next;
  }
  const ahead = Array.from({ length: period }, (_, i) => season[(series.length + i) % period]!);
  const finite = [sse, level, trend, ...ahead].every(Number.isFinite);
  return { sse: finite ? sse : runaway, state: { level, trend, season: ahead } };
}
