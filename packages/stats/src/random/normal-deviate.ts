import type { Random } from './seeded-random.ts';

/**
 * A standard normal value from a source of uniform ones. Takes as many of them as it needs, two in most cases.
 * Source: Marsaglia, Bray (1964), SIAM Review 6, 260–264 (polar method; the second value of the pair is given up).
 * @example Math.abs(normalDeviate(seededRandom(7))) < 6 // true
 */
export function normalDeviate(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
