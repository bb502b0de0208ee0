import { normalQuantile } from '../distribution/normal.ts';
import { requireShare } from '../result/require-finite.ts';

/**
 * Refuses what cannot be a count of yes among n. Throws RangeError when `yes` is outside 0..n or not a number.
 * @example requireCounts(3, 10) // undefined
 */
export function requireCounts(yes: number, n: number): void {
  if (!(yes >= 0 && yes <= n)) throw new RangeError('yes must lie between 0 and n');
}

/**
 * The z that a standard normal value stays within, on both sides, with the given confidence. Throws RangeError outside 0..1.
 * @example zOf(0.95) // 1.95996398454…
 */
export function zOf(confidence: number): number {
  requireShare(confidence, 'confidence');
  return normalQuantile((1 + confidence) / 2);
}
