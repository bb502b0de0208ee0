import { brent } from '../optimize/brent.ts';
import { requireShare } from '../result/require-finite.ts';

/** A size that gives a test its power. */
export interface SampleSize {
  readonly kind: 'sample-size';
  /** per group (pairs where paired), before rounding up */
  readonly exact: number;
  /** per group (pairs where paired), rounded up */
  readonly n: number;
  /** in all groups */
  readonly total: number;
  readonly alpha: number;
  readonly power: number;
}

/** Chance of finding the effect, and of a false alarm (0.05 unless said, two-sided). */
export interface PowerTarget {
  readonly power: number;
  readonly alpha?: number;
}

/** Where to look for the size. */
export interface SizeSearch extends Required<PowerTarget> {
  /** smallest size that the test takes */
  readonly smallest: number;
  /** groups of that size */
  readonly groups: number;
}

/** Studies do not grow beyond this. */
const largestSize = 1e15;

/**
 * The smallest size per group at which a power curve, growing with the size, reaches its target. Throws RangeError for power and alpha
 * outside 0..1 and for an effect so small that no study finds it.
 * @example solveSize((n) => 1 - 1 / n, { power: 0.9, alpha: 0.05, smallest: 2, groups: 2 }) // { exact: 10.0…, total: 20 }
 */
export function solveSize(powerAt: (n: number) => number, { power, alpha, smallest, groups }: SizeSearch): SampleSize {
  requireChance(power, 'power');
  requireChance(alpha, 'alpha');
  let high = 2 * smallest;
  while (powerAt(high) < power && high < largestSize) high *= 2;
  if (high >= largestSize) throw new RangeError('no study finds an effect this small');
  const exact = powerAt(smallest) >= power ? smallest : brent((n) => powerAt(n) - power, smallest, high);
  // What a rounding error lies above a whole number needs no further unit.
  const n = Math.ceil(exact - 1e-9 * exact);
  return { kind: 'sample-size', exact, n, total: groups * n, alpha, power };
}

/**
 * Refuses 0, 1 and what lies outside. Throws RangeError.
 * @example requireChance(0.8, 'power') // undefined
 */
export function requireChance(value: number, what: string): void {
  requireShare(value, what);
  if (value === 0 || value === 1) throw new RangeError(`${what} must lie strictly between 0 and 1: ${value}`);
}
