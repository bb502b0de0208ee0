import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defectChart, defectiveChart, individualsChart, laneyRateChart, laneyShareChart, rateChart, shareChart } from './index.ts';

// Montgomery (2013), example 7.1: defective cans of orange juice in samples of 50
const cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
const samples = cans.map((count) => ({ count, size: 50 }));
// ibid., example 7.3: nonconformities in samples of 100 printed circuit boards
const boards = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15];

const about = (value: number, digits = 10) => expect.closeTo(value, digits) as number;
const unequal = [
  { count: 12, size: 100 },
  { count: 30, size: 180 },
  { count: 9, size: 90 },
  { count: 22, size: 150 },
  { count: 15, size: 120 },
];

describe('charts of counts', () => {
  it('p chart of the book', () => {
    const found = shareChart(samples);
    expect(found).toMatchObject({ center: about(0.2313, 4), beyond: [14, 22] });
    expect(found).toHaveProperty('points.0', {
      value: 0.24,
      center: about(0.2313, 4),
      error: about(0.05963526, 8),
      lower: about(0.0524, 4),
      upper: about(0.4102, 4),
    });
  });
  it('np chart shows the same in units', () => {
    const [np, p] = [defectiveChart(samples), shareChart(samples)];
    if (np.kind !== 'control-chart' || p.kind !== 'control-chart') throw new Error('no chart');
    expect(np.beyond).toEqual(p.beyond);
    np.points.forEach((point, i) => expect(point.upper).toBeCloseTo(50 * p.points[i]!.upper, 10));
    expect(np.sigma).toBeCloseTo(50 * p.sigma * Math.sqrt(1 / 50), 10);
  });
  it('c chart of the book', () => {
    const found = defectChart(boards);
    expect(found).toMatchObject({ statistic: 'count', center: about(19.85, 2), beyond: [5, 19] });
    expect(found).toHaveProperty('points.0.lower', about(6.48, 2));
    expect(found).toHaveProperty('points.0.upper', about(33.21, 2));
  });
  // Python, numpy: pbar ± 3 sqrt(pbar (1 - pbar)/n)
  it('unequal samples have limits of their own', () => {
    const found = shareChart(unequal);
    if (found.kind !== 'control-chart') throw new Error('no chart');
    expect(found.points.map(({ lower }) => lower)).toEqual(
      [0.03418767, 0.06049554, 0.02859924, 0.05314584, 0.04318918].map((x) => about(x, 8)),
    );
    expect(found.points[1]!.upper).toBeCloseTo(0.21450446, 8);
  });
  it('a c chart is a u chart of samples of one unit', () => {
    const [c, u] = [defectChart(boards), rateChart(boards.map((count) => ({ count, size: 1 })))];
    if (c.kind !== 'control-chart' || u.kind !== 'control-chart') throw new Error('no chart');
    expect(c.points).toEqual(u.points);
  });
  it('limits stay within what can be counted', () => {
    expect(shareChart([{ count: 4, size: 5 }])).toHaveProperty('points.0', {
      value: 0.8,
      error: about(0.4 / Math.sqrt(5)),
      center: 0.8,
      lower: about(0.263343685, 8),
      upper: 1,
    });
    expect(defectiveChart([{ count: 4, size: 5 }])).toHaveProperty('points.0.upper', 5);
    expect(defectChart([1, 2, 3])).toHaveProperty('points.0.lower', 0);
  });
  it('nothing at all is a chart without width; impossible counts are refused', () => {
    expect(shareChart([{ count: 0, size: 9 }])).toMatchObject({ center: 0, sigma: 0, beyond: [] });
    expect(shareChart([])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => shareChart([{ count: 6, size: 5 }])).toThrow(RangeError);
    expect(() => rateChart([{ count: -1, size: 5 }])).toThrow(RangeError);
    expect(() => rateChart([{ count: 1, size: 0 }])).toThrow(RangeError);
  });
});

describe("Laney's charts", () => {
  // Python, numpy, from the formulas of Laney (2002)
  it('shares', () => {
    const found = laneyShareChart(unequal);
    expect(found).toMatchObject({ center: 0.1375, sigmaZ: about(1.3064090229717424) });
    expect(found).toHaveProperty('z.1', about(1.13629776, 8));
    expect(found).toHaveProperty('points.2', {
      value: 0.1,
      center: 0.1375,
      error: about(0.14226893 / 3, 8),
      lower: 0,
      upper: about(0.27976893, 8),
    });
    expect(found).toHaveProperty('shewhart.points.2.upper', about(0.24640076, 8));
  });
  it('rates', () => expect(laneyRateChart(unequal)).toMatchObject({ sigmaZ: about(1.213273531277247) }));

  // with equal samples σₚ σ_z is the mean moving range of the shares over d2: the I chart of the shares
  it('are charts of individuals when samples are equal', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 40, max: 160 }), { minLength: 3, maxLength: 20 }), (counts) => {
        const laney = laneyShareChart(counts.map((count) => ({ count, size: 200 })));
        const individuals = individualsChart(counts.map((count) => count / 200));
        if (laney.kind !== 'laney-chart' || individuals.kind !== 'individuals-chart') {
          expect(laney.kind).toBe(individuals.kind);
          return;
        }
        expect(laney.points[0]!.upper).toBeCloseTo(individuals.limits[1], 10);
        expect(laney.beyond).toEqual(individuals.beyond);
      }),
      { numRuns: 50 },
    ));
  it('cut the limits of the p chart at 1, not their own', () => {
    const found = laneyShareChart([19, 12, 20].map((count) => ({ count, size: 20 })));
    if (found.kind !== 'laney-chart') throw new Error(found.kind);
    expect(found.shewhart.points[0]!.upper).toBe(1);
    expect(found.points[0]!.upper).toBeGreaterThan(1);
  });
  it('have no answer without variation', () => {
    expect(laneyShareChart(unequal.slice(0, 1))).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    const never = [0, 0].map((count) => ({ count, size: 10 }));
    expect(laneyShareChart(never)).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
  });
});
