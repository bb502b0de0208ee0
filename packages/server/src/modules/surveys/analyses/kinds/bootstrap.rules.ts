import type { Figure } from '@zhiheng/contract/surveys/figure';
import { percentileInterval } from '@zhiheng/stats/intervals';
import { crossMomentsOf, resampledMoments, type CrossMoments } from '@zhiheng/stats/moments';
import { isDetermined, undetermined, type Insufficient, type Interval, type Outcome, type Undetermined } from '@zhiheng/stats/result';
import { figureMaker } from '../../results/figure.rules.ts';
import type { Steps } from '../run-steps.ts';

interface Options {
  readonly seed: number;
  readonly resamples: number;
}

/** What was estimated from all answers, and again from answers drawn with replacement. */
export interface Bootstrapped<T> {
  readonly kind: 'bootstrapped';
  readonly whole: T;
  /** of the resamples that have a solution */
  readonly drawn: readonly T[];
  readonly failed: number;
}

/** Estimates again and again; when fewer than half of the resamples have a solution, there is no result. */
export function* bootstrap<T extends { readonly kind: string }>(
  rows: readonly (readonly number[])[],
  estimate: (moments: CrossMoments) => Outcome<T>,
  { seed, resamples }: Options,
): Steps<Bootstrapped<T> | Insufficient | Undetermined> {
  const whole = estimate(crossMomentsOf(rows));
  if (!isDetermined(whole)) return whole;
  const drawn: T[] = [];
  let tried = 0;
  for (const moments of resampledMoments(rows, { seed, resamples })) {
    const sample = estimate(moments);
    if (isDetermined(sample)) drawn.push(sample);
    yield ++tried / resamples;
  }
  if (drawn.length < resamples / 2) return undetermined(rows.length, 'not-converged');
  return { kind: 'bootstrapped', whole, drawn, failed: resamples - drawn.length };
}

/** The figure of one value of an estimate, with its percentile interval. */
export function figureOf<T>(
  { whole, drawn }: Pick<Bootstrapped<T>, 'whole' | 'drawn'>,
  n: number,
  value: (estimate: T) => number | null,
): Figure {
  const own = value(whole);
  if (own === null) return { kind: 'undetermined', n, reason: 'not-positive' };
  const known = drawn.map(value).filter((each) => each !== null);
  const interval: Interval | null = known.length < 2 ? null : percentileInterval(known);
  return figureMaker(1).of({ n, value: own, interval });
}
