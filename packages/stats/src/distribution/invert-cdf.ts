import { requireShare } from '../result/require-finite.ts';

/** The two sides of a point: they add to 1, and the smaller one has all its digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** A continuous distribution on the positive numbers. */
export interface PositiveDistribution {
  readonly tails: (x: number) => Tails;
  readonly density: (x: number) => number;
  /** where to start looking: any positive number, best near the answer */
  readonly start: number;
}

/**
 * The tails of a lower probability p. Throws RangeError for p outside 0..1.
 * @example tailsOf(0.25) // { lower: 0.25, upper: 0.75 }
 */
export function tailsOf(p: number): Tails {
  requireShare(p, 'a probability');
  return { lower: p, upper: 1 - p };
}

/** Logarithms of the smallest and the largest double. */
const reach = [-746, 709.7] as const;

/**
 * Quantile of a distribution on the positive numbers: the x with the wanted tails. Newton's method on the logarithms of x and of the
 * smaller tail, kept inside a bracket that shrinks at every step, so it always ends. No lower tail gives 0, no upper one infinity.
 * @example invertPositive(tailsOf(0.5), { tails: (x) => ({ lower: 1 - Math.exp(-x), upper: Math.exp(-x) }), density: (x) => Math.exp(-x), start: 1 }) // 0.6931471805…
 */
export function invertPositive(wanted: Tails, { tails, density, start }: PositiveDistribution): number {
  if (wanted.lower === 0) return 0;
  if (wanted.upper === 0) return Infinity;
  const [side, rising] = wanted.lower <= wanted.upper ? (['lower', 1] as const) : (['upper', -1] as const);
  let [low, high]: [number, number] = [...reach];
  let u = Math.min(high, Math.max(low, Math.log(start)));
  for (let step = 0; step < 200; step++) {
    const x = Math.exp(u);
    const reached = tails(x)[side];
    if (rising * (reached - wanted[side]) < 0) low = u;
    else high = u;
    const next = u - (rising * Math.log(reached / wanted[side]) * reached) / (density(x) * x);
    const inside = next >= low && next <= high;
    // Newton doubles the digits: after a step this small the last ones are there.
    if (inside && Math.abs(next - u) <= 1e-9) return Math.exp(next);
    u = inside ? next : (low + high) / 2;
  }
  return Math.exp(u);
}
