import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { LocalText } from '@zhiheng/contract/values/text';

/** One slice's figure of an indicator. */
export interface SliceFigure {
  readonly id: string;
  readonly name: LocalText;
  readonly figure: Figure;
}

/** Whether a slice asks for attention: enough observations, and the whole interval on the bad side of the target. */
export function asksForAttention({ direction, interval, sufficient, target, warning }: Figure): boolean {
  if (interval === null || target === null || !sufficient) return false;
  const [low, high] = interval;
  switch (direction) {
    case 'higher':
      return high < target;
    case 'lower':
      return low > target;
    case 'nominal':
      // A target value is met by nobody exactly: what counts is the warning limit around it.
      return low > target + Math.abs(warning ?? 0) || high < target - Math.abs(warning ?? 0);
    default:
      throw new RangeError(direction satisfies never);
  }
}

/**
 * The slices that most need a look, worst value first: those that ask for attention are never crowded out by slices with few
 * answers and a bad value by chance.
 */
export function worstSlices<T extends SliceFigure>(slices: readonly T[], most: number): T[] {
  const measured = slices.filter(({ figure }) => figure.value !== null);
  const byNeed = measured.toSorted(
    (a, b) => Number(asksForAttention(b.figure)) - Number(asksForAttention(a.figure)) || byValue(a.figure, b.figure),
  );
  return byNeed.slice(0, most).sort((a, b) => byValue(a.figure, b.figure));
}

const byValue = (a: Figure, b: Figure): number => badness(b) - badness(a);

function badness({ direction, target, value }: Figure): number {
  if (value === null) return Number.NEGATIVE_INFINITY;
  if (direction === 'nominal') return Math.abs(value - (target ?? value));
  return direction === 'higher' ? -value : value;
}
