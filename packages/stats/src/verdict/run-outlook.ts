import { normalDeviate } from '../random/normal-deviate.ts';
import { quantile } from '../describe/quantile.ts';
import { seededRandom, type Random } from '../random/seeded-random.ts';
import { longestRun } from './run-shift.ts';

/** Series of which runs are counted; the noise is normal, which for runs about a median is no restriction. */
export interface RunFrame {
  readonly before: number;
  readonly after: number;
  /** of neighbouring values */
  readonly correlation: number;
}

/** How long a run must be, and how likely lasting shifts bring one. */
export interface RunOutlook {
  readonly runLength: number;
  /** one per shift that was asked for */
  readonly powers: readonly number[];
}

/** Enough simulated series that a share of 2.5 % is known within 0.5 points, 95 % of the time. */
const drawn = 4000;
const shortest = 6;

/**
 * Shortest run, of six or more, that a series without any shift shows on one given side with probability of at most `alpha` at any time
 * after the baseline, and the probability that lasting shifts of so many standard deviations bring such a run on their side; by simulation
 * with a fixed seed, because no formula holds for a median that is itself estimated and for neighbours that are alike. Null where even a run
 * over all values is likelier. Throws RangeError for sizes below 1 and alpha outside 0..1.
 * @example runOutlook({ before: 24, after: 12, correlation: 0 }, { alpha: 0.025, shifts: [0] })?.runLength // 9
 */
export function runOutlook(
  frame: RunFrame,
  { alpha, shifts }: { readonly alpha: number; readonly shifts: readonly number[] },
): RunOutlook | null {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha lies between 0 and 1');
  const series = simulated(frame);
  const runs = series.map(longestRun);
  const lengths = Array.from({ length: Math.max(0, frame.after - shortest + 1) }, (_, i) => shortest + i);
  const runLength = lengths.find((length) => runs.filter((run) => run >= length).length <= alpha * drawn);
  if (runLength === undefined) return null;
  const highest = series.map((values) => highestFloor(values, runLength));
  return { runLength, powers: shifts.map((shift) => highest.filter((floor) => floor > -Math.abs(shift)).length / drawn) };
}

/** Values after the baseline less its median. */
function simulated({ before, after, correlation }: RunFrame): number[][] {
  if (!(before >= 1 && after >= 1)) throw new RangeError('there are values before and after');
  const random = seededRandom(before * 1009 + after);
  return Array.from({ length: drawn }, () => {
    const values = alikeNeighbours(before + after, correlation, random);
    const center = quantile(values.slice(0, before), 0.5) ?? 0;
    return values.slice(before).map((value) => value - center);
  });
}

/** Largest value that a run of the length stays above. */
function highestFloor(values: readonly number[], runLength: number): number {
  let highest = -Infinity;
  for (let i = 0; i + runLength <= values.length; i++) highest = Math.max(highest, Math.min(...values.slice(i, i + runLength)));
  return highest;
}

/**
 * Normal values with variance 1 of which neighbours correlate.
 * @example alikeNeighbours(3, 0.5, () => 0.6).length // 3
 */
export function alikeNeighbours(n: number, correlation: number, random: Random): number[] {
  const fresh = Math.sqrt(1 - correlation ** 2);
  const values: number[] = [];
  for (let i = 0; i < n; i++) {
    const before = values[i - 1];
    values.push(before === undefined ? normalDeviate(random) : correlation * before + fresh * normalDeviate(random));
  }
  return values;
}
