import { percentileInterval } from '../intervals/percentile-interval.ts';
import { resampledMoments, type ResamplingOptions } from '../moments/resampled-moments.ts';
import { isDetermined, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import {
  partialLeastSquares,
  partialLeastSquaresFromMoments,
  type Effect,
  type PartialLeastSquares,
  type PartialLeastSquaresOptions,
} from './partial-least-squares.ts';
import type { PathModel } from './path-model.ts';

/** How sure the effects and indexes of a path model are. */
export interface PathIntervals {
  readonly kind: 'path-intervals';
  readonly n: number;
  readonly confidence: number;
  readonly paths: readonly (Effect & { readonly interval: Interval })[];
  /** constructs without an index have no interval */
  readonly indexes: readonly { readonly name: string; readonly index: number | null; readonly interval: Interval | null }[];
  readonly method: {
    readonly interval: 'percentile bootstrap';
    /** resamples that had a solution */
    readonly resamples: number;
    readonly failed: number;
    readonly seed: number;
  };
}

/** How the model is estimated, and how often and from which seed rows are drawn again. */
export interface BootstrapOptions extends PartialLeastSquaresOptions {
  readonly seed: number;
  readonly resamples?: number;
  readonly confidence?: number;
}

/**
 * Percentile intervals of a path model from rows drawn again with replacement; each resample is estimated anew. Ends as
 * `partialLeastSquares` does; when more than half of the resamples have no solution, the intervals are undetermined. Source: Efron and
 * Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; Tenenhaus et al. (2005), Computational Statistics & Data Analysis 48,
 * section 3.4. Throws RangeError for fewer than two resamples or a confidence outside 0..1.
 * @example bootstrapPaths([[1, 2]], { latents: [{ name: 'A', indicators: [0] }, { name: 'B', indicators: [1] }], paths: [{ from: 'A', to: 'B' }] }, { scale: { low: 1, high: 5 }, seed: 1 }) // { kind: 'insufficient', n: 1, needed: 2 }
 */
export function bootstrapPaths(
  rows: readonly (readonly number[])[],
  model: PathModel,
  { seed, resamples = 500, confidence = 0.95, ...options }: BootstrapOptions,
): Outcome<PathIntervals> {
  if (!Number.isInteger(resamples) || resamples < 2) throw new RangeError(`at least two resamples are needed: ${resamples}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1: ${confidence}`);
  const whole = partialLeastSquares(rows, model, options);
  if (!isDetermined(whole)) return whole;
  const drawn = estimateAgain(rows, model, { ...options, seed, resamples });
  if (drawn.length < 2 || drawn.length < resamples / 2) return undetermined(whole.n, 'not-converged');
  const between = (value: (sample: PartialLeastSquares) => number | null): Interval => percentiles(drawn.map(value), confidence);
  return {
    kind: 'path-intervals',
    n: whole.n,
    confidence,
    paths: whole.paths.map((path, i) => ({ ...path, interval: between((sample) => sample.paths[i]!.estimate) })),
    indexes: whole.latents.map(({ name, index }, i) => ({
      name,
      index,
      interval: index === null ? null : between((sample) => sample.latents[i]!.index),
    })),
    method: { interval: 'percentile bootstrap', resamples: drawn.length, failed: resamples - drawn.length, seed },
  };
}

/** The resamples that have a solution. */
function estimateAgain(
  rows: readonly (readonly number[])[],
  model: PathModel,
  { seed, resamples, ...options }: PartialLeastSquaresOptions & ResamplingOptions,
): PartialLeastSquares[] {
  return [...resampledMoments(rows, { seed, resamples })]
    .map((moments) => partialLeastSquaresFromMoments(moments, model, options))
    .filter(isDetermined);
}

const percentiles = (values: readonly (number | null)[], confidence: number): Interval =>
  percentileInterval(
    values.filter((value) => value !== null),
    confidence,
  );
