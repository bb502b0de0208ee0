import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as special from '../special/index.ts';
import * as distributions from './index.ts';
import { bivariateNormalCdf } from './bivariate-normal.ts';
import { chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { fCdf, fQuantile } from './fisher-f.ts';
import { noncentralFCdf, noncentralTCdf } from './noncentral.ts';
import { normalCdf, normalQuantile, normalUpper } from './normal.ts';
import { tCdf, tQuantile, tTwoSided } from './student-t.ts';
import trusted from './trusted-values.json';

/** The mixtures and the bivariate normal are exact absolutely; all others in their last digits, however small they are. */
const absolute = new Set(['noncentralTCdf', 'noncentralFCdf', 'bivariateNormalCdf']);
/** Where both degrees of freedom are so many, one unit in the last place of F moves its tail by this much. */
const sensitive = (args: readonly number[]): boolean => Math.min(...args.slice(1)) >= 1e9 && args.length === 3;

const functions = new Map<string, unknown>(Object.entries({ ...special, ...distributions }));

// trusted-values.py: mpmath 1.3.0 at 40 digits, from integrals and series.
describe.each([...new Set(trusted.map(([name]) => String(name)))])('%s', (name) => {
  it('agrees with mpmath', () => {
    const compute = functions.get(name) as (...args: number[]) => number;
    for (const [, args, value] of trusted.filter((row) => row[0] === name) as [string, number[], number][]) {
      const error = Math.abs(compute(...args) - value) / (absolute.has(name) ? 1 : Math.abs(value));
      expect(error, `${name}(${args.join(', ')})`).toBeLessThan(sensitive(args) ? 1e-10 : 1e-12);
    }
  });
});

describe('published tables', () => {
  // Abramowitz, Stegun (1964), tables 26.1, 26.8, 26.9, 26.10.
  it('agree to their digits', () => {
    expect(normalUpper(2)).toBeCloseTo(0.0227501319, 9);
    expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307, 3);
    expect(fQuantile(0.99, 4, 20)).toBeCloseTo(4.43, 2);
    expect(tQuantile(0.995, 8)).toBeCloseTo(3.355, 3);
  });
});

describe('quantiles', () => {
  const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  const degrees = fc.double({ min: 0.3, max: 1e6, noNaN: true });
  it('undo the distribution function', () => {
    fc.assert(
      fc.property(share, degrees, degrees, (p, a, b) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(tCdf(tQuantile(p, a), a)).toBeCloseTo(p, 12);
        expect(1 - chiSquareUpper(chiSquareQuantile(p, a), a)).toBeCloseTo(p, 11);
        expect(fCdf(fQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
      }),
    );
  });
  it('end at the ends', () => {
    expect([normalQuantile(0), normalQuantile(1), tQuantile(0, 3), tQuantile(1, 3)]).toEqual([-Infinity, Infinity, -Infinity, Infinity]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3), fQuantile(0, 2, 2), fQuantile(1, 2, 2)]).toEqual([0, Infinity, 0, Infinity]);
    expect([distributions.betaQuantile(0, 2, 2), distributions.betaQuantile(1, 2, 2), tQuantile(0.5, 3)]).toEqual([0, 1, 0]);
  });
  it('of extreme parameters stay finite, and p = 1e-300 is reached', () => {
    for (const df of [0.5, 1, 30, 1e9, 1e18, Infinity]) {
      const t = tQuantile(1e-300, df);
      expect(Number.isNaN(t)).toBe(false);
      if (df >= 1) expect(Math.abs(Math.log(tCdf(t, df)) / Math.log(1e-300) - 1)).toBeLessThan(1e-12);
    }
    // The answer is 1e-1200: the smallest doubles are nearest.
    expect(chiSquareQuantile(1e-300, 0.5)).toBeLessThan(1e-322);
  });
});

describe('tails', () => {
  it('are mirrored', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0.5, max: 1e7, noNaN: true }), (x, df) => {
        expect(tCdf(x, df) + tCdf(-x, df)).toBeCloseTo(1, 13);
        expect(normalCdf(x) + normalUpper(x)).toBeCloseTo(1, 14);
        expect(fCdf(Math.exp(x / 10), df, 3)).toBeCloseTo(distributions.fUpper(Math.exp(-x / 10), 3, df), 11);
      }),
    );
  });
  it('of many degrees of freedom become normal', () => {
    expect(tTwoSided(2, Infinity)).toBe(2 * normalUpper(2));
    expect(tTwoSided(2, 1e12)).toBeCloseTo(2 * normalUpper(2), 11);
    expect(tTwoSided(Infinity, 3)).toBe(0);
  });
  it('refuse what is no parameter', () => {
    const wrong = [
      () => normalUpper(NaN),
      () => normalQuantile(1.1),
      () => tCdf(1, 0),
      () => tTwoSided(NaN, 3),
      () => chiSquareUpper(1, -1),
      () => chiSquareUpper(NaN, 2),
      () => fCdf(NaN, 1, 1),
      () => fCdf(1, 0, 1),
      () => noncentralTCdf(1, -1, 0),
      () => noncentralFCdf(1, 1, 1, -1),
      () => bivariateNormalCdf(0, 0, 1.1),
    ];
    for (const act of wrong) expect(act).toThrow(RangeError);
  });
});

describe('noncentral distributions', () => {
  it('are the central ones without noncentrality', () => {
    expect(noncentralTCdf(1.3, 7, 0)).toBeCloseTo(tCdf(1.3, 7), 14);
    expect(noncentralFCdf(1.3, 7, 9, 0)).toBeCloseTo(fCdf(1.3, 7, 9), 14);
  });
  it('meet: the square of a noncentral t is a noncentral F', () => {
    const between = noncentralTCdf(2.5, 12, 1.7) - noncentralTCdf(-2.5, 12, 1.7);
    expect(noncentralFCdf(2.5 ** 2, 1, 12, 1.7 ** 2)).toBeCloseTo(between, 13);
  });
});

describe('bivariateNormalCdf', () => {
  // Sheppard (1899): P(X ≤ 0, Y ≤ 0) = 1/4 + asin(ρ) / 2π.
  it.each([-1, -0.999999, -0.95, -0.9, -0.3, 0, 0.2, 0.92, 0.93, 0.9999, 1])('in the quadrant, ρ = %d', (rho) =>
    expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 14),
  );
  it('adds up over the sign of Y, and is symmetric', () => {
    const z = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(z, z, fc.double({ min: -1, max: 1, noNaN: true }), (h, k, rho) => {
        expect(bivariateNormalCdf(h, k, rho) + bivariateNormalCdf(h, -k, -rho)).toBeCloseTo(normalCdf(h), 13);
        expect(bivariateNormalCdf(h, k, rho)).toBeCloseTo(bivariateNormalCdf(k, h, rho), 13);
      }),
    );
  });
  it('with an infinite limit is a margin', () => {
    expect([bivariateNormalCdf(Infinity, 1, 0.4), bivariateNormalCdf(1, -Infinity, 0.4)]).toEqual([normalCdf(1), 0]);
  });
});
