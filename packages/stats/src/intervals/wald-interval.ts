import type { Interval } from '../result/outcome.ts';
import { requireCounts, zOf } from './counts.ts';

/**
 * Wald interval of a share, 95 % unless said: share ± z √(p(1 − p)/n). It covers too rarely and may reach beyond 0 and 1; it stands here
 * to be compared with. Use `wilsonInterval`.
 * Source: Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133.
 * n = 0 has no interval: `null`. Throws RangeError when `yes` is outside 0..n or the confidence outside 0..1.
 * @example waldInterval(81, 263) // [0.2521…, 0.3637…]
 */
export function waldInterval(yes: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  requireCounts(yes, n);
  return around(yes / n, n, confidence);
}

/**
 * Agresti–Coull interval of a share, 95 % unless said: Wald's with z² observations added, half of them yes. May reach a little beyond 0
 * and 1.
 * Source: Agresti, Coull (1998), The American Statistician 52, 119–126.
 * n = 0 has no interval: `null`. Throws RangeError as `waldInterval`.
 * @example agrestiCoullInterval(81, 263) // [0.2552…, 0.3662…]
 */
export function agrestiCoullInterval(yes: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  requireCounts(yes, n);
  const added = zOf(confidence) ** 2;
  return around((yes + added / 2) / (n + added), n + added, confidence);
}

function around(share: number, n: number, confidence: number): Interval {
  const half = zOf(confidence) * Math.sqrt((share * (1 - share)) / n);
  return [share - half, share + half];
}
