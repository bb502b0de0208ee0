import { normalCdf, normalPdf, normalUpper } from '../distribution/normal.ts';

/** Mean and standard deviation of the range of normal observations with σ = 1. */
export interface RangeMoments {
  /** mean of the range, the constant d2 */
  readonly mean: number;
  /** standard deviation of the range, the constant d3 */
  readonly deviation: number;
}

const known = new Map<number, RangeMoments>();

/**
 * Mean d2 and standard deviation d3 of the studentized range w = (x₍ₙ₎ − x₍₁₎)/σ of n independent normal observations.
 * d2 = ∫ (1 − Φ(x)ⁿ − (1 − Φ(x))ⁿ) dx and E w² = 2 ∫ w (1 − F(w)) dw with F(w) = n ∫ φ(x) (Φ(x + w) − Φ(x))ⁿ⁻¹ dx, both by the
 * trapezoidal rule on the whole line, which converges geometrically for such integrands (Trefethen and Weideman 2014, SIAM Review 56,
 * 385–458). Relative error below 1e-12. Source: Tippett (1925), Biometrika 17, 364–387.
 * Throws RangeError unless n is a whole number from 2 to 1000.
 * @example rangeMoments(2) // { mean: 1.1283791671…, deviation: 0.8525024664… }
 * @example rangeMoments(5) // { mean: 2.3259289473…, deviation: 0.8640819411… }
 */
export function rangeMoments(n: number): RangeMoments {
  if (!(Number.isInteger(n) && n >= 2 && n <= 1000)) throw new RangeError(`a range needs 2 to 1000 observations: ${n}`);
  const found = known.get(n);
  if (found !== undefined) return found;
  const mean = integrateLine((x) => 1 - normalCdf(x) ** n - normalUpper(x) ** n, stepFor(n));
  // w = eᵗ lets the integral over w > 0 run over the whole line
  const square = 2 * integrateLine((t) => Math.exp(2 * t) * rangeUpper(Math.exp(t), n), stepFor(n) / 2, [-18, 2.75]);
  const moments = { mean, deviation: Math.sqrt(square - mean * mean) };
  known.set(n, moments);
  return moments;
}

/** P(range > w) of n standard normal observations. */
function rangeUpper(w: number, n: number): number {
  const within = integrateLine((x) => normalPdf(x) * (normalCdf(x + w) - normalCdf(x)) ** (n - 1), stepFor(n));
  return Math.max(0, 1 - n * within);
}

/** The density of an extreme value narrows as n grows. */
const stepFor = (n: number): number => (n <= 100 ? 0.125 : 0.05);

/** Trapezoidal rule for an analytic function that vanishes at both ends. */
function integrateLine(f: (x: number) => number, step: number, [from, to]: readonly [number, number] = [-10, 10]): number {
  let sum = 0;
  const steps = Math.round((to - from) / step);
  for (let i = 0; i <= steps; i++) sum += f(from + i * step);
  return sum * step;
}
