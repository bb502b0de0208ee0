import { seededRandom, type Random } from '../random/seeded-random.ts';
import { crossMomentsOf, type CrossMoments } from './cross-moments.ts';

/** From which seed, and how often. */
export interface ResamplingOptions {
  readonly seed: number;
  readonly resamples: number;
}

/**
 * Cross-moments of rows that are drawn again with replacement, as many as there are, one resample after the other: whatever is estimated from
 * moments is bootstrapped with them, and whoever asks may stop between two. The same seed draws the same rows. Source: Efron and Tibshirani (1993),
 * An Introduction to the Bootstrap, ch. 6. Throws RangeError for a seed that is no integer.
 * @example [...resampledMoments([[1], [2], [3]], { seed: 1, resamples: 2 })].length // 2
 */
export function* resampledMoments(
  rows: readonly (readonly number[])[],
  { seed, resamples }: ResamplingOptions,
): Generator<CrossMoments, void, undefined> {
  const random = seededRandom(seed);
  for (let drawn = 0; drawn < resamples; drawn++) yield crossMomentsOf(drawAgain(rows, random));
}

const drawAgain = (rows: readonly (readonly number[])[], random: Random): (readonly number[])[] =>
  rows.map(() => rows[Math.floor(random() * rows.length)]!);
