import { betaQuantile } from '../distribution/beta.ts';
import { requireShare } from '../result/require-finite.ts';
import type { Interval } from '../result/outcome.ts';
import { requireCounts } from './counts.ts';

/**
 * Clopper–Pearson interval of a share, 95 % unless said: the exact binomial one. It covers at least as often as promised, mostly more.
 * Source: Clopper, Pearson (1934), Biometrika 26, 404–413.
 * n = 0 has no interval: `null`. Throws RangeError when `yes` is outside 0..n or the confidence outside 0..1.
 * @example clopperPearsonInterval(81, 263) // [0.2527…, 0.3676…]
 */
export function clopperPearsonInterval(yes: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  requireCounts(yes, n);
  requireShare(confidence, 'confidence');
  const tail = (1 - confidence) / 2;
  return [yes === 0 ? 0 : betaQuantile(tail, yes, n - yes + 1), yes === n ? 1 : betaQuantile(1 - tail, yes + 1, n - yes)];
}

/**
 * Jeffreys interval of a share, 95 % unless said: the middle of the posterior Beta(yes + ½, n − yes + ½). Neither limit is 0 or 1, even
 * when nobody or everybody said yes.
 * Source: Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133, section 3.1.
 * n = 0 has no interval: `null`. Throws RangeError as `clopperPearsonInterval`.
 * @example jeffreysInterval(81, 263) // [0.2545…, 0.3656…]
 */
export function jeffreysInterval(yes: number, n: number, confidence = 0.95): Interval | null {
  if (n === 0) return null;
  requireCounts(yes, n);
  requireShare(confidence, 'confidence');
  const tail = (1 - confidence) / 2;
  const [a, b] = [yes + 0.5, n - yes + 0.5];
  return [betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)];
}
