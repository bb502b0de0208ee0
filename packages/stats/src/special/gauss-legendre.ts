/** Points in −1..1 and their weights. */
export interface Quadrature {
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss–Legendre points (ascending) and weights on −1..1: exact for polynomials up to degree 2n − 1. Found by Newton's method on the
 * Legendre polynomial. Throws RangeError for n < 1 or a broken number.
 * Source: Abramowitz, Stegun (1964), 25.4.29.
 * @example gaussLegendre(2).points // [-0.57735026918…, 0.57735026918…]
 * @example gaussLegendre(2).weights // [1.00000000…, 1.00000000…]
 */
export function gaussLegendre(n: number): Quadrature {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`a quadrature needs at least one point: ${n}`);
  const points: number[] = [];
  const weights: number[] = [];
  for (let k = n; k >= 1; k--) {
    let x = Math.cos((Math.PI * (k - 0.25)) / (n + 0.5));
    for (let step = 0; step < 10; step++) x -= legendre(n, x).value / legendre(n, x).slope;
    points.push(x);
    weights.push(2 / ((1 - x * x) * legendre(n, x).slope ** 2));
  }
  return { points, weights };
}

function legendre(n: number, x: number): { readonly value: number; readonly slope: number } {
  let [before, value] = [1, x];
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (n * (x * value - before)) / (x * x - 1) };
}
