import { normalQuantile } from '../distribution/normal.ts';
import type { Interval } from '../result/outcome.ts';

/**
 * Interval of a correlation on Fisher's scale: tanh(artanh r ± z · standardError), `standardError` being that of artanh r. At r = ±1
 * the scale ends: the interval is the point. Source: Fisher (1921), Metron 1, 3–32. Throws RangeError for r outside −1..1 or a
 * confidence outside 0..1 (both excluded).
 * @example fisherInterval(0.5, 1 / Math.sqrt(97), 0.95) // [0.3366…, 0.6341…]
 */
export function fisherInterval(r: number, standardError: number, confidence: number): Interval {
  if (!(Math.abs(r) <= 1)) throw new RangeError(`a correlation lies between -1 and 1: ${r}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1: ${confidence}`);
  if (Math.abs(r) === 1) return [r, r];
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
