import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cusumChart, ewmaChart, subgroupOf, xbarChart } from './index.ts';

// Montgomery (2013), table 9.1: twenty values around 10, then ten around 11, σ = 1
const values = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31, 8.52, 10.84, 10.9,
  9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];
const single = values.map((value) => subgroupOf([value]));
const standard = { knownSigma: 1, target: 10 };

describe('CUSUM', () => {
  // ibid., table 9.2: the sum passes 5 at the 29th value, at 5.28
  it('the example of the book', () => {
    const found = cusumChart(single, standard);
    expect(found).toMatchObject({
      beyondUpper: [28, 29],
      beyondLower: [],
      method: { sigma: 'given', decisionInterval: 5, reference: 0.5 },
    });
    if (found.kind !== 'cusum-chart') throw new Error('no chart');
    expect([3, 4, 5, 27, 28, 29].map((i) => found.upper[i])).toEqual([1.16, 2.82, 2.5, 4.47, 5.28, 5.3].map((x) => expect.closeTo(x, 10)));
    expect(found.lower.slice(0, 3)).toEqual([-0.05, -1.56, -1.77].map((x) => expect.closeTo(x, 10)));
  });
  it('a head start answers sooner', () => {
    const found = cusumChart(single, { ...standard, headStart: 2.5 });
    expect(found).toHaveProperty('upper.0', expect.closeTo(2.5 - 0.55 - 0.5, 10));
    expect(found).toHaveProperty('lower.0', expect.closeTo(-2.5 - 0.55 + 0.5, 10));
  });
  it('mirrored values swap both sides', () => {
    const mirrored = cusumChart(
      values.map((x) => subgroupOf([20 - x])),
      standard,
    );
    const found = cusumChart(single, standard);
    if (mirrored.kind !== 'cusum-chart' || found.kind !== 'cusum-chart') throw new Error('no chart');
    mirrored.lower.forEach((sum, i) => expect(sum).toBeCloseTo(-found.upper[i]!, 10));
    expect(mirrored.beyondLower).toEqual(found.beyondUpper);
  });
  it('subgroups count in their own standard errors', () => {
    const found = cusumChart([subgroupOf([11, 11, 11, 11])], standard);
    expect(found).toHaveProperty('upper', [1.5]);
  });
  it('a sum at the decision interval is no signal yet', () => {
    const found = cusumChart([subgroupOf([1.5]), subgroupOf([0.75])], { knownSigma: 1, target: 0, decisionInterval: 1 });
    expect(found).toMatchObject({ upper: [1, 1.25], beyondUpper: [1] });
  });
  it('refuses impossible settings and says what is missing', () => {
    expect(() => cusumChart(single, { decisionInterval: 0 })).toThrow(RangeError);
    expect(() => cusumChart(single, { knownSigma: 0 })).toThrow(RangeError);
    expect(() => cusumChart(single, { target: NaN })).toThrow(RangeError);
    expect(cusumChart([])).toMatchObject({ kind: 'insufficient' });
    expect(cusumChart(single)).toMatchObject({ kind: 'insufficient' });
    expect(cusumChart(single, { sigma: 'moving-range' })).toMatchObject({ kind: 'cusum-chart' });
  });
});

describe('EWMA', () => {
  // ibid., table 9.10 (λ = 0.1, L = 2.7): 9.945, 9.7495, 9.70355, 9.8992 …; steady limits 9.38 and 10.62, signals at 28 to 30
  it('the example of the book', () => {
    const found = ewmaChart(single, { ...standard, lambda: 0.1, nsigmas: 2.7 });
    if (found.kind !== 'ewma-chart') throw new Error('no chart');
    expect(found.points.slice(0, 4).map(({ value }) => value)).toEqual([9.945, 9.7495, 9.70355, 9.8992].map((x) => expect.closeTo(x, 4)));
    expect(found.points[0]).toMatchObject({ lower: expect.closeTo(9.73, 10), upper: expect.closeTo(10.27, 10) });
    expect(found.points[29]).toMatchObject({ lower: expect.closeTo(9.38, 2), upper: expect.closeTo(10.62, 2) });
    expect(found.beyond).toEqual([28, 29]);
  });
  it('with λ = 1 is the chart of means', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 2, maxLength: 10 }), (rows) => {
        const subgroups = rows.map(subgroupOf);
        const [ewma, xbar] = [ewmaChart(subgroups, { lambda: 1 }), xbarChart(subgroups)];
        if (ewma.kind !== 'ewma-chart' || xbar.kind !== 'control-chart') {
          expect(ewma.kind).toBe(xbar.kind);
          return;
        }
        expect(ewma.beyond).toEqual(xbar.beyond);
        ewma.points.forEach((point, i) => expect(point.upper / xbar.points[i]!.upper).toBeCloseTo(1, 9));
      }),
      { numRuns: 50 },
    ));
  it('keeps the exact variance when subgroups differ in size', () => {
    const found = ewmaChart([subgroupOf([1, 3]), subgroupOf([1, 2, 3, 6])], { knownSigma: 2, target: 0, lambda: 0.5 });
    // V₁ = 0.25 · 4/2, V₂ = 0.25 · 4/4 + 0.25 V₁
    expect(found).toHaveProperty('points.1.upper', expect.closeTo(3 * Math.sqrt(0.25 + 0.125), 12));
  });
  it('refuses a weight outside (0, 1]', () => {
    expect(() => ewmaChart(single, { lambda: 0 })).toThrow(RangeError);
    expect(() => ewmaChart(single, { lambda: 1.1 })).toThrow(RangeError);
  });
});
