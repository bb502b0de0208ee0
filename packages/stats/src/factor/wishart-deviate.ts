import { normalDeviate } from '../random/normal-deviate.ts';
import type { Random } from '../random/seeded-random.ts';

/** Below, a χ² deviate is a sum of squares. */
const fewDegrees = 8;

/**
 * A χ² deviate with `df` degrees of freedom, a positive integer. Few degrees: a sum of squares; many: by rejection. Source: Marsaglia
 * and Tsang (2000), ACM Transactions on Mathematical Software 26, 363–372. Throws RangeError when df is no positive integer.
 * @example chiSquareDeviate(5, () => 0.25) // 3.4657…
 */
export function chiSquareDeviate(df: number, random: Random): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`degrees of freedom must be a positive integer: ${df}`);
  if (df > fewDegrees) return 2 * gammaDeviate(df / 2, random);
  let squares = 0;
  for (let count = 0; count < df; count++) squares += normalDeviate(random) ** 2;
  return squares;
}

/** A gamma deviate of shape above 1 and scale 1. */
function gammaDeviate(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDeviate(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * A Wishart deviate: sums of squares and products, about their means, of n = df + 1 observations of `size` independent standard normal
 * variables, drawn directly instead of from the observations. Source: Bartlett (1933), Proceedings of the Royal Society of Edinburgh
 * 53, 260–283. Throws RangeError unless df is at least `size`.
 * @example wishartDeviate(1, 1, () => 0.25) // [[0.6931…]]
 */
export function wishartDeviate(size: number, df: number, random: Random): number[][] {
  if (!(df >= size)) throw new RangeError(`a Wishart deviate needs at least ${size} degrees of freedom: ${df}`);
  const root = Array.from({ length: size }, (_, i) =>
    Array.from({ length: i + 1 }, (_, j) => (i === j ? Math.sqrt(chiSquareDeviate(df - i, random)) : normalDeviate(random))),
  );
  return root.map((row, i) => root.map((other, j) => row.slice(0, Math.min(i, j) + 1).reduce((sum, cell, k) => sum + cell * other[k]!, 0)));
}
