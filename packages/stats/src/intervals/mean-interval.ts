import { tQuantile } from '../distribution/student-t.ts';
import { varianceOf, type Moments } from '../moments/moments.ts';
import type { Interval } from '../result/outcome.ts';

/**
 * Interval of a mean by Student's t, 95 % unless said. Fewer than two observations have none: `null`. Throws RangeError for a confidence
 * outside 0..1.
 * @example meanInterval({ n: 3, sum: 6, squares: 14 }) // [-0.484137711…, 4.484137711…]
 */
export function meanInterval(moments: Moments, confidence = 0.95): Interval | null {
  const variance = varianceOf(moments);
  if (variance === null) return null;
  const mean = moments.sum / moments.n;
  const half = tQuantile((1 + confidence) / 2, moments.n - 1) * Math.sqrt(variance / moments.n);
  return [mean - half, mean + half];
}
