import { holmRejections } from '@zhiheng/stats/comparison';
import { normalUpper } from '@zhiheng/stats/distribution';
import type { Figure } from '@zhiheng/contract/evaluation/scores';

type Interval = readonly [number, number];
/** A figure now and before, each with its 95 % interval. */
export interface Comparison {
  readonly code: string;
  readonly direction: Figure['direction'];
  readonly target: number | null;
  readonly now: { readonly value: number; readonly interval: Interval };
  readonly before: { readonly value: number; readonly interval: Interval };
}

const z95 = 1.959963984540054;

/**
 * Codes of the figures that are significantly worse than before, with all comparisons together wrong in at most 5 %: each gets
 * a one-sided probability, the family is corrected after Holm.
 */
export function worsenedOf(comparisons: readonly Comparison[]): ReadonlySet<string> {
  const probabilities = comparisons.map((comparison) => normalUpper(worseningOf(comparison)));
  const rejected = holmRejections(probabilities, 0.05);
  return new Set(comparisons.filter((_, index) => rejected[index]).map(({ code }) => code));
}

/**
 * How many standard errors a figure got worse; negative when it got better. The standard error of the difference is recovered
 * from the two intervals, on the sides that face each other, so it suits shares, means and percentiles alike.
 * Source: Zou, Donner (2008), Statistics in Medicine 27, 1693–1702.
 */
export function worseningOf({ direction, target, now, before }: Comparison): number {
  const falls = now.value < before.value;
  const [a, b] = falls
    ? [now.interval[1] - now.value, before.value - before.interval[0]]
    : [now.value - now.interval[0], before.interval[1] - before.value];
  const error = Math.hypot(a, b) / z95;
  const change = Math.abs(now.value - before.value);
  const size = change === 0 ? 0 : error === 0 ? Number.POSITIVE_INFINITY : change / error;
  return isWorse({ direction, target, falls, now: now.value, before: before.value }) ? size : -size;
}

interface Change {
  readonly direction: Figure['direction'];
  readonly target: number | null;
  readonly falls: boolean;
  readonly now: number;
  readonly before: number;
}

function isWorse({ direction, target, falls, now, before }: Change): boolean {
  switch (direction) {
    case 'higher':
      return falls;
    case 'lower':
      return !falls;
    case 'nominal':
      return target !== null && Math.abs(now - target) > Math.abs(before - target);
    default:
      throw new RangeError(direction satisfies never);
  }
}
