import type { Figure } from '@zhiheng/contract/evaluation/scores';

type Limited = Pick<Figure, 'value' | 'interval' | 'sufficient' | 'direction' | 'target' | 'warning' | 'critical'>;

/** Is a limit missed by more than chance? Where there is an interval, all of it lies beyond the limit. */
export function missesSurely(figure: Limited, level: 'target' | 'warning' | 'critical'): boolean {
  const { value, interval, sufficient, direction, target } = figure;
  const limit = figure[level];
  if (value === null || limit === null || !sufficient) return false;
  const [low, high] = interval ?? [value, value];
  if (direction === 'higher') return high < limit;
  if (direction === 'lower') return low > limit;
  // limits of a nominal value are deviations from its target
  return level !== 'target' && target !== null && (low > target + limit || high < target - limit);
}
