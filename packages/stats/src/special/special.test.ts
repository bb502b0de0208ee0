import { describe, expect, it } from 'vitest';
import { erf, erfc, expMinusSquare, scaledErfc } from './erf.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { devianceFrom, logGamma, stirlingError } from './log-gamma.ts';
import { betaParts, regularizedBeta } from './regularized-beta.ts';
import { regularizedGammaP, regularizedGammaQ } from './regularized-gamma.ts';

// Values against mpmath stand in ../distribution/distribution.test.ts; here is what must hold by itself.

describe('logGamma', () => {
  it('follows the recurrence Γ(x + 1) = x Γ(x), across every seam of its pieces', () => {
    for (let x = 0.01; x < 20; x += 0.037) {
      const error = Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x));
      expect(error).toBeLessThan(1e-15 * Math.max(4, Math.abs(logGamma(x + 1)) * 4));
    }
  });
  it('knows factorials', () => expect(Math.exp(logGamma(11))).toBeCloseTo(3628800, 6));
  it('refuses what has no logarithm', () => expect(() => logGamma(0)).toThrow(RangeError));
  it('leaves Stirling’s error small', () => {
    // 1/12x − 1/360x³, the next term is below 1/1260x⁵.
    for (const x of [3, 12, 1e3])
      expect(Math.abs(stirlingError(x) - 1 / (12 * x) + 1 / (360 * x ** 3))).toBeLessThan(1 / (1260 * x ** 5) + 1e-15);
  });
  it('measures deviance without cancellation', () => {
    expect(devianceFrom(0, 3)).toBe(3);
    // (x − m)²/2m for close values: m = 1e8, x − m = 1.
    expect(devianceFrom(1e8 + 1, 1e8)).toBeCloseTo(5e-9, 16);
    expect(devianceFrom(2, 1)).toBeCloseTo(2 * Math.LN2 - 1, 15);
  });
});

describe('error function', () => {
  it('is odd, and erf + erfc is 1', () => {
    for (const x of [0.1, 0.49999, 0.5, 2, 6]) {
      expect(erf(-x)).toBe(-erf(x));
      expect(erf(x) + erfc(x)).toBeCloseTo(1, 15);
    }
  });
  it('falls to its asymptote and never underflows when scaled', () => {
    expect(scaledErfc(1e10) * 1e10 * Math.sqrt(Math.PI)).toBeCloseTo(1, 12);
    expect([erfc(40), expMinusSquare(1e5, 1), erf(Infinity), erfc(-Infinity)]).toEqual([0, 0, 1, 2]);
    expect(() => erf(NaN)).toThrow(RangeError);
    expect(() => scaledErfc(-1)).toThrow(RangeError);
  });
});

describe('incomplete gamma function', () => {
  it('is an exponential and a Poisson sum for whole shapes', () => {
    expect(regularizedGammaQ(1, 700) / Math.exp(-700)).toBeCloseTo(1, 12);
    expect(regularizedGammaQ(3, 2.5)).toBeCloseTo(Math.exp(-2.5) * (1 + 2.5 + 2.5 ** 2 / 2), 15);
  });
  it('does not jump where the method changes', () => {
    for (const k of [-6, -1, 0, 1, 6]) {
      const below = regularizedGammaQ(1e7 * (1 - 1e-12), 1e7 + k * Math.sqrt(1e7));
      const above = regularizedGammaQ(1e7, 1e7 + k * Math.sqrt(1e7));
      expect(Math.abs(below / above - 1)).toBeLessThan(1e-7);
    }
  });
  it('ends at the ends, and refuses the rest', () => {
    expect([regularizedGammaP(2, 0), regularizedGammaP(2, Infinity), regularizedGammaQ(1e300, 1)]).toEqual([0, 1, 1]);
    expect(() => regularizedGammaP(0, 1)).toThrow(RangeError);
    expect(() => regularizedGammaP(1, -1)).toThrow(RangeError);
  });
});

describe('incomplete beta function', () => {
  it('is a power and a polynomial for simple shapes', () => {
    expect(regularizedBeta(0.3, 5, 1)).toBeCloseTo(0.3 ** 5, 15);
    expect(regularizedBeta(0.3, 2, 2)).toBeCloseTo(3 * 0.3 ** 2 - 2 * 0.3 ** 3, 15);
    expect(regularizedBeta(1e-200, 1, 1)).toBeCloseTo(1e-200, 210);
  });
  it('swaps with its shapes', () => {
    for (const [x, a, b] of [
      [0.2, 0.5, 7],
      [0.77, 300, 80],
      [0.5, 1e-9, 2],
    ] as const)
      expect(betaParts(x, 1 - x, { a, b }).lower).toBeCloseTo(betaParts(1 - x, x, { a: b, b: a }).upper, 14);
  });
  it('ends at the ends, and refuses the rest', () => {
    expect([regularizedBeta(0, 2, 3), regularizedBeta(1, 2, 3)]).toEqual([0, 1]);
    expect(() => regularizedBeta(1.1, 1, 1)).toThrow(RangeError);
    expect(() => regularizedBeta(0.5, 0, 1)).toThrow(RangeError);
  });
});

describe('Gauss–Legendre', () => {
  it('integrates polynomials up to degree 2n − 1 exactly', () => {
    for (const n of [1, 2, 5, 20, 64]) {
      const { points, weights } = gaussLegendre(n);
      const integral = (power: number) => points.reduce((sum, x, i) => sum + weights[i]! * x ** power, 0);
      expect(integral(2 * n - 2)).toBeCloseTo(2 / (2 * n - 1), 13);
      expect(integral(2 * n - 1)).toBeCloseTo(0, 13);
    }
    expect(() => gaussLegendre(0)).toThrow(RangeError);
  });
});
