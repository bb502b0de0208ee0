import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTail } from './binomial-tail.ts';

describe('binomial tail', () => {
  // Python 3 with mpmath, 40 digits: sum of binomial(n, i) p^i (1 − p)^(n − i) from i = k.
  it.each([
    [8, 10, 0.5, 0.0546875],
    [1, 10, 0.001, 0.0099551197902517901],
    [30, 100, 0.1, 2.4451122393909659e-8],
    [5, 100, 0.1, 0.97628891733652324],
    [700, 1000, 0.5, 8.8328390039750686e-38],
    [3, 4320, 0.001, 0.80528475865560757],
    [50, 50, 0.25, 7.8886090522101181e-31],
    [1, 2000, 0.9, 1],
  ])('%d or more of %d with chance %d', (k, n, p, expected) => {
    expect(Math.abs(binomialTail(k, { n, p }) / expected - 1)).toBeLessThan(1e-11);
  });

  it('is certain or impossible at the ends', () => {
    expect(binomialTail(0, { n: 0, p: 0.3 })).toBe(1);
    expect(binomialTail(1, { n: 5, p: 0 })).toBe(0);
    expect(binomialTail(5, { n: 5, p: 1 })).toBe(1);
    expect(() => binomialTail(6, { n: 5, p: 0.5 })).toThrow(RangeError);
    expect(() => binomialTail(1, { n: 5, p: 1.1 })).toThrow(RangeError);
  });

  it('k or more successes are not fewer than k, that is n − k + 1 or more failures', () => {
    const trial = fc.record({
      n: fc.integer({ min: 1, max: 400 }),
      p: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(trial, ({ n, p, share }) => {
        const k = Math.max(1, Math.round(share * n));
        expect(binomialTail(k, { n, p }) + binomialTail(n - k + 1, { n, p: 1 - p })).toBeCloseTo(1, 10);
      }),
    );
  });
});
