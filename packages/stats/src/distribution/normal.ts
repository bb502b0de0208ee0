import { erf, expMinusSquare, scaledErfc } from '../special/erf.ts';
import { requireShare } from '../result/require-finite.ts';

/**
 * Density of the standard normal distribution.
 * @example normalPdf(0) // 0.3989422804…
 */
export function normalPdf(z: number): number {
  return expMinusSquare(z, 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal value exceeds z. Relative error below 1e-14 for positive z, down to the smallest numbers.
 * Throws RangeError for NaN.
 * @example normalUpper(1.959963984540054) // 0.0250000000…
 * @example normalUpper(37) // 5.72557122252e-300…
 */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('a normal probability needs a number');
  const upper = (scaledErfc(Math.abs(z) / Math.SQRT2) * expMinusSquare(z, 2)) / 2;
  return z >= 0 ? upper : 1 - upper;
}

/**
 * Probability that a standard normal value is at most z, with full digits in the lower tail.
 * @example normalCdf(-3) // 0.00134989803163…
 */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/**
 * The z below which a standard normal value lies with probability p; p = 0 and 1 give the infinities. Throws RangeError for p outside
 * 0..1.
 * Source of the first guess: Abramowitz, Stegun (1964), 26.2.23; then Halley's method on the tail.
 * @example normalQuantile(0.975) // 1.95996398454…
 * @example normalQuantile(1e-300) // -37.0470962993…
 */
export function normalQuantile(p: number): number {
  requireShare(p, 'a probability');
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p === 0 ? -Infinity : Infinity;
  let z = firstGuess(tail);
  for (let step = 0; step < 2; step++) {
    const ratio = excessOver(tail, z) / normalPdf(z);
    z += ratio / (1 - (z * ratio) / 2);
  }
  return p < 0.5 ? -z : z;
}

/** Upper tail of z less the wanted one; around the middle by the part between, where the subtraction would lose digits. */
function excessOver(tail: number, z: number): number {
  return tail > 0.25 ? 0.5 - tail - erf(z / Math.SQRT2) / 2 : normalUpper(z) - tail;
}

/** z with upper tail probability `tail`, to 4.5e-4. */
function firstGuess(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}
