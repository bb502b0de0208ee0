import type { Figure } from '@zhiheng/contract/evaluation/scores';

export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** null: neither better nor worse can be said */
  readonly good: boolean | null;
  readonly difference: number;
}

type Compared = Pick<Figure, 'value' | 'previous' | 'direction' | 'target'> & { readonly decimals: number };

/** The change since the period before. For `nominal`, better is nearer to the target. */
export function judgeChange(figure: Compared): Change | null {
  if (figure.value === null || figure.previous === null) return null;
  const difference = figure.value - figure.previous;
  // What rounds away is no change that a reader can see.
  if (Math.abs(difference) < 0.5 / 10 ** figure.decimals) return { direction: 'same', good: null, difference: 0 };
  return { direction: difference > 0 ? 'up' : 'down', good: isBetter(figure, figure.value, figure.previous), difference };
}

function isBetter({ direction, target }: Compared, value: number, previous: number): boolean | null {
  if (direction === 'higher') return value > previous;
  if (direction === 'lower') return value < previous;
  return target === null ? null : Math.abs(value - target) < Math.abs(previous - target);
}
