import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { chartSettings } from './control-chart.ts';
import { sigmaFromMedianRange } from './moving-range.ts';
import { rangeMoments } from './range-moments.ts';
import { runRules, type RunRuleOptions, type RunRules } from './run-rules.ts';

/** A chart of single values beside the chart of their moving ranges. Indexes are from 0. */
export interface IndividualsChart {
  readonly kind: 'individuals-chart';
  readonly n: number;
  readonly center: number;
  readonly sigma: number;
  /** limits of the values */
  readonly limits: Interval;
  /** values strictly outside their limits */
  readonly beyond: readonly number[];
  readonly movingRange: {
    readonly mean: number;
    readonly upper: number;
    /** the later one of two values whose difference is beyond */
    readonly beyond: readonly number[];
  };
  readonly signals: RunRules;
  readonly method: {
    readonly sigma: 'mean-moving-range' | 'median-moving-range';
    readonly nsigmas: number;
    /** upper limit of the moving range, in mean moving ranges */
    readonly rangeFactor: number;
    readonly baseline: number;
  };
}

/** Settings of a chart of individuals. */
export interface IndividualsOptions extends RunRuleOptions {
  /** 'mean-moving-range' unless said */
  readonly sigma?: 'mean-moving-range' | 'median-moving-range';
  /** limits in sigmas; 3 unless said */
  readonly nsigmas?: number;
  /** the constant D4 for two values; exact (3.2665…) unless said */
  readonly rangeFactor?: number;
  /** number of first values that make centre and limits; all unless said */
  readonly baseline?: number;
}

/**
 * I-MR chart of single values in time order: limits x̄ ± k σ with σ = M̄R̄ / d2(2), moving ranges up to D4 M̄R̄, and run rules around the
 * centre. Linear in the number of values. Fewer than two values in the baseline: insufficient; values that do not move: undetermined.
 * Throws RangeError for NaN or an infinity. Source: Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., section 6.4.
 * @example individualsChart([33.75, 33.05, 34, 33.81, 33.46]) // { center: 33.614, sigma: 0.4852…, limits: [32.158…, 35.069…], beyond: [] }
 */
export function individualsChart(values: ArrayLike<number>, options: IndividualsOptions = {}): Outcome<IndividualsChart> {
  requireFinite(values, 'values');
  const { nsigmas, baseline } = chartSettings(options, values.length);
  if (baseline < 2) return insufficient(baseline, 2);
  const { center, meanRange } = baselineOf(values, baseline);
  const { sigma: estimator = 'mean-moving-range', rangeFactor = exactRangeFactor() } = options;
  const sigma = estimator === 'mean-moving-range' ? meanRange / rangeMoments(2).mean : medianSigma(values, baseline);
  if (!(sigma > 0)) return undetermined(values.length, 'no-variation');
  const limits: Interval = [center - nsigmas * sigma, center + nsigmas * sigma];
  const upper = rangeFactor * meanRange;
  const { beyond, rangesBeyond } = pointsBeyond(values, limits, upper);
  return {
    kind: 'individuals-chart',
    n: values.length,
    center,
    sigma,
    limits,
    beyond,
    movingRange: { mean: meanRange, upper, beyond: rangesBeyond },
    signals: runRules(values, { center, sigma }, options),
    method: { sigma: estimator, nsigmas, rangeFactor, baseline },
  };
}

function baselineOf(values: ArrayLike<number>, baseline: number): { center: number; meanRange: number } {
  const first = values[0]!;
  let sum = 0;
  let ranges = 0;
  for (let i = 1; i < baseline; i++) {
    sum += values[i]! - first;
    ranges += Math.abs(values[i]! - values[i - 1]!);
  }
  return { center: first + sum / baseline, meanRange: ranges / (baseline - 1) };
}

/** D4 for two values. */
function exactRangeFactor(): number {
  const { mean, deviation } = rangeMoments(2);
  return 1 + (3 * deviation) / mean;
}

const medianSigma = (values: ArrayLike<number>, baseline: number): number =>
  sigmaFromMedianRange(Array.from({ length: baseline }, (_, i) => values[i]!)) ?? 0;

function pointsBeyond(values: ArrayLike<number>, [low, high]: Interval, upper: number): { beyond: number[]; rangesBeyond: number[] } {
  const beyond: number[] = [];
  const rangesBeyond: number[] = [];
  let before = values[0]!;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low || value > high) beyond.push(i);
    if (Math.abs(value - before) > upper) rangesBeyond.push(i);
    before = value;
  }
  return { beyond, rangesBeyond };
}
