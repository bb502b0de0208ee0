import { requireFinite } from '../result/require-finite.ts';
import { quantile } from '../describe/quantile.ts';
import { insufficient, type Interval, type Outcome } from '../result/outcome.ts';

/** Has a process moved to the other side of where it was, and stayed there? */
export interface RunShift {
  readonly kind: 'run-shift';
  readonly n: number;
  /** median of the baseline, on whose sides the values lie */
  readonly center: number;
  /** median afterwards less the centre */
  readonly estimate: number;
  /** the shifts that leave no run of the length on either side: a shift of 0 is in it where there is no run; null where both sides have one */
  readonly interval: Interval | null;
  /** longest run of values above, and below, the centre */
  readonly longest: { readonly above: number; readonly below: number };
  readonly method: { readonly runLength: number };
}

/**
 * A lasting shift as a run chart shows it: so many values in a row on one side of the baseline's median. The median, because then it does not
 * matter how skewed the values are. The interval turns the rule round: it holds every shift that, taken off the values afterwards, leaves no
 * such run. Fewer values afterwards than the run is long: insufficient. Throws RangeError for no baseline, a run shorter than 2, NaN and
 * infinities.
 * Source: Anhøj, Olesen (2014), PLoS ONE 9(11), e113825; the length, from which the error follows: `runOutlook`.
 * @example runShift([4, 6, 5, 7, 5], [7, 8, 7, 9], { runLength: 4 }) // { center: 5, estimate: 2.5, interval: [2, 4], longest: { above: 4, below: 0 } }
 */
export function runShift(
  baseline: ArrayLike<number>,
  after: ArrayLike<number>,
  { runLength }: { readonly runLength: number },
): Outcome<RunShift> {
  requireFinite(baseline, 'values');
  requireFinite(after, 'values');
  if (baseline.length === 0) throw new RangeError('a baseline has values');
  if (!(Number.isInteger(runLength) && runLength >= 2)) throw new RangeError('a run has at least two values');
  if (after.length < runLength) return insufficient(after.length, runLength);
  const center = medianOf(baseline);
  const values = Array.from(after, (value) => value - center);
  const windows = Array.from({ length: values.length - runLength + 1 }, (_, i) => values.slice(i, i + runLength));
  const low = Math.max(...windows.map((window) => Math.min(...window)));
  const high = Math.min(...windows.map((window) => Math.max(...window)));
  return {
    kind: 'run-shift',
    n: baseline.length + after.length,
    center,
    estimate: medianOf(values),
    interval: low <= high ? [low, high] : null,
    longest: { above: longestRun(values), below: longestRun(values.map((value) => -value)) },
    method: { runLength },
  };
}

const medianOf = (values: ArrayLike<number>): number => quantile(values, 0.5) ?? 0;

/**
 * Most values in a row above 0.
 * @example longestRun([1, 2, -1, 3, 0]) // 2
 */
export function longestRun(values: readonly number[]): number {
  let [longest, run] = [0, 0];
  for (const value of values) {
    run = value > 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
