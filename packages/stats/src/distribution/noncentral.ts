/* eslint max-params: ['error', 4] -- value, degrees of freedom and noncentrality are what every book gives these functions */
import { betaTerm, regularizedBeta } from '../special/regularized-beta.ts';
import { poissonTerm } from '../special/regularized-gamma.ts';
import { normalCdf } from './normal.ts';

/**
 * Distribution function of the noncentral t with `df` degrees of freedom and noncentrality `delta`: of (Z + delta) / √(χ²/df). Absolute
 * error below 1e-12. Throws RangeError for df ≤ 0, |delta| above 1e4, and NaN.
 * Source: Benton, Krishnamoorthy (2003), Computational Statistics & Data Analysis 43, 249–267.
 * @example noncentralTCdf(2, 10, 1) // 0.80761156253…
 */
export function noncentralTCdf(t: number, df: number, delta: number): number {
  if (!(df > 0) || Number.isNaN(t) || !(Math.abs(delta) <= 1e4)) throw new RangeError(`no noncentral t: ${t}, ${df}, ${delta}`);
  if (t < 0) return 1 - noncentralTCdf(-t, df, -delta);
  if (df === Infinity || t === Infinity) return normalCdf(t - delta);
  const [x, y] = [(t * t) / (df + t * t), df / (df + t * t)];
  const rate = (delta * delta) / 2;
  const even = poissonMixture(rate, { x, y, a: 0.5, b: df / 2 });
  const odd = poissonMixture(rate, { x, y, a: 1, b: df / 2, shift: 0.5 });
  return clamp(normalCdf(-delta) + (even + Math.sign(delta) * odd) / 2);
}

/**
 * Distribution function of the noncentral F with `df1`, `df2` degrees of freedom and noncentrality `lambda`: of (χ²(df1, lambda)/df1) /
 * (χ²(df2)/df2). Absolute error below 1e-12. Throws RangeError for degrees that are not positive, lambda outside 0..1e8, and NaN.
 * Source: Johnson, Kotz, Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 30.
 * @example noncentralFCdf(3, 2, 20, 4) // 0.56603137601…
 */
export function noncentralFCdf(f: number, df1: number, df2: number, lambda: number): number {
  if (!(df1 > 0 && df2 > 0) || Number.isNaN(f)) throw new RangeError(`no noncentral F: ${f}, ${df1}, ${df2}`);
  if (!(lambda >= 0 && lambda <= 1e8)) throw new RangeError(`the noncentrality must lie between 0 and 1e8: ${lambda}`);
  const odds = (df1 / df2) * Math.max(0, f);
  if (odds === Infinity) return 1;
  return clamp(poissonMixture(lambda / 2, { x: odds / (1 + odds), y: 1 / (1 + odds), a: df1 / 2, b: df2 / 2 }));
}

interface Mixture {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  /** the weights are those of a Poisson count moved by this much: 1/2 for the odd part of the noncentral t */
  readonly shift?: number;
}

/**
 * Σ wⱼ I_x(a + j, b) over j = 0, 1, … with wⱼ = e^(−r) r^(j+s) / Γ(j + 1 + s). The sum runs over the weights that matter, from the top
 * down: there the recurrence I_x(c, b) = I_x(c + 1, b) + term only adds.
 */
function poissonMixture(rate: number, { x, y, a, b, shift = 0 }: Mixture): number {
  if (x === 0) return 0;
  if (rate === 0) return shift === 0 ? regularizedBeta(x, a, b) : 0;
  const spread = 10 * Math.sqrt(rate) + 40;
  const top = Math.ceil(rate + spread);
  const bottom = Math.max(0, Math.floor(rate - spread));
  let sum = 0;
  let integral = regularizedBeta(x, a + top, b);
  for (let j = top; j >= bottom; j--) {
    sum += weight(j + shift, rate) * integral;
    if (j > 0) integral += betaTerm(x, y, { a: a + j - 1, b }) / (a + j - 1);
  }
  return sum;
}

const weight = (count: number, rate: number): number => (count === 0 ? Math.exp(-rate) : poissonTerm(count, rate));
const clamp = (probability: number): number => Math.min(1, Math.max(0, probability));
