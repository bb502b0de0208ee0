import { describe, expect, it } from 'vitest';
import { chartConstants, rangeMoments, unbiasingConstant } from './index.ts';

describe('constants of control charts', () => {
  // Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., appendix VI: three decimals
  it.each([
    [2, { A2: 1.88, A3: 2.659, c4: 0.7979, B3: 0, B4: 3.267, d2: 1.128, d3: 0.853, D3: 0, D4: 3.267 }],
    [5, { A2: 0.577, A3: 1.427, c4: 0.94, B3: 0, B4: 2.089, d2: 2.326, d3: 0.864, D3: 0, D4: 2.114 }],
    [7, { A2: 0.419, A3: 1.182, c4: 0.9594, B3: 0.118, B4: 1.882, d2: 2.704, d3: 0.833, D3: 0.076, D4: 1.924 }],
    [25, { A2: 0.153, A3: 0.606, c4: 0.9896, B3: 0.565, B4: 1.435, d2: 3.931, d3: 0.708, D3: 0.459, D4: 1.541 }],
  ])('the printed table for n = %d', (n, printed) => {
    const exact = chartConstants(n);
    // one unit of the last printed digit: the book rounds intermediate results
    for (const [name, value] of Object.entries(printed)) expect({ ...exact }, name).toHaveProperty(name, expect.closeTo(value, 2.8));
  });

  // n = 2 and 3 in closed form: d2 = 2/√π, 3/√π; E w² = 2, 2 + 3√3/π. 10 and 25: Python, mpmath with 25 digits, by double integrals.
  it.each([
    [2, 2 / Math.sqrt(Math.PI), Math.sqrt(2 - 4 / Math.PI)],
    [3, 3 / Math.sqrt(Math.PI), Math.sqrt(2 + (3 * Math.sqrt(3)) / Math.PI - 9 / Math.PI)],
    [10, 3.0775054616703457, 0.79705067351941131],
    [25, 3.9306292195071132, 0.70844076588865503],
  ])('d2 and d3 of %d to thirteen digits', (n, mean, deviation) => {
    expect(Math.abs(rangeMoments(n).mean / mean - 1)).toBeLessThan(1e-13);
    expect(Math.abs(rangeMoments(n).deviation / deviation - 1)).toBeLessThan(1e-13);
  });

  it('the range of many observations keeps growing and narrows', () => {
    const [few, many] = [rangeMoments(100), rangeMoments(101)];
    expect(many.mean).toBeGreaterThan(few.mean);
    expect(many.deviation).toBeLessThan(few.deviation);
    expect(many.mean - few.mean).toBeLessThan(0.01);
  });

  // Python, mpmath with 25 digits: sqrt(2/(n-1)) gamma(n/2)/gamma((n-1)/2)
  it.each([
    [2, 0.79788456080286536],
    [3, 0.88622692545275801],
    [10, 0.97265927412158824],
    [25, 0.98964037558570308],
    [1000, 0.9997497811015132],
    [1_000_000, 0.99999974999978125],
  ])('c4 of %d', (n, c4) => expect(Math.abs(unbiasingConstant(n) / c4 - 1)).toBeLessThan(3e-15));

  it('refuses subgroups that have no spread', () => {
    expect(() => rangeMoments(1)).toThrow(RangeError);
    expect(() => rangeMoments(2.5)).toThrow(RangeError);
    expect(() => unbiasingConstant(1)).toThrow(RangeError);
    expect(() => unbiasingConstant(NaN)).toThrow(RangeError);
  });
});
