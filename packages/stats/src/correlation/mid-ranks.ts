import { requireFinite } from '../result/require-finite.ts';

/**
 * Ranks from 1, ascending; equal values share the mean of their ranks. Source: Kendall (1945), Biometrika 33, 239–251. No values: no
 * ranks. Throws RangeError for NaN or an infinity.
 * @example midRanks([10, 30, 20, 30]) // [1, 3.5, 2, 3.5]
 */
export function midRanks(values: ArrayLike<number>): number[] {
  requireFinite(values, 'values');
  const order = Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = Array<number>(values.length).fill(0);
  for (let first = 0, next = 0; first < order.length; first = next) {
    while (next < order.length && values[order[next]!] === values[order[first]!]) next += 1;
    for (let place = first; place < next; place++) ranks[order[place]!] = (first + 1 + next) / 2;
  }
  return ranks;
}
