import { requireCounts, zOf } from './counts.ts';
import type { Interval } from '../result/outcome.ts';

/**
 * Wilson score interval of a share, 95 % unless said: the shares that a score test would not reject. Stays inside 0..1.
 * Source: Wilson (1927), JASA 22, 209–212; without continuity correction.
 * n = 0 has no interval: `null`. Throws RangeError when `yes` is outside 0..n or the confidence outside 0..1.
 * @example wilsonInterval(7906, 12438) // [0.6271…, 0.6440…]
 */
export function wilsonInterval(yes: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  requireCounts(yes, n);
  const share = yes / n;
  const z2 = zOf(confidence) ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (zOf(confidence) / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * Wilson score interval with continuity correction, 95 % unless said: wider, so that it covers at least as often as promised. Its limit
 * is 0 when nobody and 1 when everybody said yes.
 * Source: Newcombe (1998), Statistics in Medicine 17, 857–872, method 4.
 * n = 0 has no interval: `null`. Throws RangeError as `wilsonInterval`.
 * @example wilsonContinuityInterval(81, 263) // [0.2535…, 0.3682…]
 */
export function wilsonContinuityInterval(yes: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  requireCounts(yes, n);
  const share = yes / n;
  const z = zOf(confidence);
  const limit = (side: 1 | -1): number => {
    const root = z * z + side * 2 - 1 / n + 4 * share * (n * (1 - share) - side);
    return (2 * yes + z * z + side * (1 + z * Math.sqrt(Math.max(0, root)))) / (2 * (n + z * z));
  };
  return [yes === 0 ? 0 : Math.max(0, limit(-1)), yes === n ? 1 : Math.min(1, limit(1))];
}
