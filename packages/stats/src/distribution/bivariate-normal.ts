import { gaussLegendre } from '../special/gauss-legendre.ts';
import { normalCdf } from './normal.ts';

const quadrature = gaussLegendre(20);

/**
 * Probability that X ≤ h and Y ≤ k for standard normal X and Y with correlation rho. h and k may be infinite. Absolute error below
 * 1e-14. Throws RangeError for NaN and for rho outside −1..1.
 * Source: Drezner, Wesolowsky (1990), Journal of Statistical Computation and Simulation 35, 101–107; for strong correlation Genz (2004),
 * Statistics and Computing 14, 251–260.
 * @example bivariateNormalCdf(0, 0, 0.5) // 0.33333333333333…
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  if (Number.isNaN(h) || Number.isNaN(k) || !(Math.abs(rho) <= 1)) throw new RangeError(`no bivariate normal: ${h}, ${k}, ${rho}`);
  if (h === -Infinity || k === -Infinity) return 0;
  if (h === Infinity) return normalCdf(k);
  if (k === Infinity) return normalCdf(h);
  if (Math.abs(rho) < 0.925) return normalCdf(h) * normalCdf(k) + throughAngles(h, k, rho);
  if (rho > 0) return clamp(normalCdf(Math.min(h, k)) - nearDiagonal(h, k, rho));
  return clamp(Math.max(0, normalCdf(h) - normalCdf(-k)) + nearDiagonal(h, -k, -rho));
}

/** ∫ of the density over the correlation from 0 to rho, which is sin θ: 1/2π ∫ exp(−(h² + k² − 2hk sin θ) / 2cos² θ) dθ. */
function throughAngles(h: number, k: number, rho: number): number {
  const half = Math.asin(rho) / 2;
  const squares = (h * h + k * k) / 2;
  let sum = 0;
  for (let i = 0; i < quadrature.points.length; i++) {
    const sine = Math.sin(half * (1 + quadrature.points[i]!));
    sum += quadrature.weights[i]! * Math.exp((sine * h * k - squares) / (1 - sine * sine));
  }
  return (sum * half) / (2 * Math.PI);
}

/**
 * What the probability lacks of its limit at perfect correlation, for rho above 0.925: the integral over √(1 − rho²) whose leading
 * terms, which carry the steep part, are taken in closed form and whose smooth rest is left to quadrature.
 */
function nearDiagonal(h: number, k: number, rho: number): number {
  const variance = (1 - rho) * (1 + rho);
  if (variance === 0) return 0;
  const product = h * k;
  const square = (h - k) ** 2;
  const c = (4 - product) / 8;
  const d = (12 - product) / 16;
  let sum = closedPart({ variance, product, square, c, d });
  const half = Math.sqrt(variance) / 2;
  for (let i = 0; i < quadrature.points.length; i++) {
    const xs = (half * (1 + quadrature.points[i]!)) ** 2;
    const root = Math.sqrt(1 - xs);
    const exponent = -(square / xs + product) / 2;
    const whole = Math.exp((-product * xs) / (2 * (1 + root) ** 2)) / root;
    if (exponent > -700) sum += half * quadrature.weights[i]! * Math.exp(exponent) * (whole - (1 + c * xs * (1 + d * xs)));
  }
  return sum / (2 * Math.PI);
}

interface Expansion {
  readonly variance: number;
  readonly product: number;
  readonly square: number;
  readonly c: number;
  readonly d: number;
}

function closedPart({ variance, product, square, c, d }: Expansion): number {
  const sigma = Math.sqrt(variance);
  const distance = Math.sqrt(square);
  const near =
    sigma *
    Math.exp(-(square / variance + product) / 2) *
    (1 - (c * (square - variance) * (1 - (d * square) / 5)) / 3 + (c * d * variance ** 2) / 5);
  if (product < -1400) return near;
  const far = Math.exp(-product / 2) * Math.sqrt(2 * Math.PI) * normalCdf(-distance / sigma) * distance;
  return near - far * (1 - (c * square * (1 - (d * square) / 5)) / 3);
}

const clamp = (probability: number): number => Math.min(1, Math.max(0, probability));
