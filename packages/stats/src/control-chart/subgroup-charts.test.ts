import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoments, momentsOf } from '../moments/moments.ts';
import { deviationChart, processSigma, rangeChart, subgroupFromSums, subgroupOf, xbarChart, type ControlChart } from './index.ts';

const about = (value: number) => expect.closeTo(value, 10) as number;

// Figures: Python, numpy, from the formulas of Montgomery (2013), sections 6.2 and 6.3
const subgroups = [
  [12.1, 11.8, 12.4],
  [12.0, 12.6, 11.9],
  [11.5, 12.2, 12.3],
  [12.9, 12.7, 13.4],
  [12.0, 11.7, 12.2],
  [12.4, 12.3, 11.9],
].map(subgroupOf);
const unequal = [
  [12.1, 11.8, 12.4],
  [12.0, 12.6],
  [11.5, 12.2, 12.3, 12.9],
].map(subgroupOf);

function chart(made: ReturnType<typeof xbarChart>): ControlChart {
  if (made.kind !== 'control-chart') throw new Error(made.kind);
  return made;
}

describe('charts of subgroups', () => {
  it('means, with limits from ranges', () => {
    const found = chart(xbarChart(subgroups));
    expect(found).toMatchObject({ n: 6, center: about(12.238888888888889), sigma: about(0.3741847018578312), beyond: [3], runs: [] });
    expect(found.points[0]).toMatchObject({ value: about(12.1), lower: about(11.590781973856112), upper: about(12.886995803921666) });
  });
  it('ranges, whose lower limit is not below 0', () => {
    expect(chart(rangeChart(subgroups)).points[2]).toMatchObject({ value: about(0.8), lower: 0, upper: about(1.6305744835344074) });
  });
  it('standard deviations', () => {
    const found = chart(deviationChart(subgroups));
    expect(found).toMatchObject({ center: about(0.331879198428217), sigma: about(0.3744855734987579), beyond: [] });
    expect(found.points[0]).toMatchObject({ value: about(0.3), lower: 0, upper: about(0.8523220691489521) });
  });
  it('pooled variances make sigma too', () =>
    expect(processSigma(subgroups, 'pooled-variance')).toMatchObject({ sigma: about(0.3454098935240933) }));
  it('unequal subgroups count with the constants of their own sizes', () => {
    expect(processSigma(unequal, 'mean-range')).toMatchObject({ sigma: about(0.5220836552064708) });
    expect(processSigma(unequal, 'mean-deviation')).toMatchObject({ sigma: about(0.4976593502946485) });
    expect(processSigma(unequal, 'pooled-variance')).toMatchObject({ sigma: about(0.49397295998411456) });
    const widths = chart(xbarChart(unequal)).points.map(({ lower, upper }) => upper - lower);
    expect(widths[0]! / widths[2]!).toBeCloseTo(Math.sqrt(4 / 3), 12);
  });
  it('a baseline judges what comes after it', () => {
    const later = [...subgroups, subgroupOf([14.1, 14.2, 14.4])];
    const found = chart(xbarChart(later, { baseline: 3 }));
    expect(found.center).toBeCloseTo((12.1 + 12.166666666666666 + 12) / 3, 12);
    expect(found.beyond).toEqual([3, 6]);
  });
  it('a run counts strictly on one side, from its length on', () => {
    const means = [1, 1, 1, 1, 9, 1, 1, 1, 1, 1];
    const found = chart(
      xbarChart(
        means.map((mean) => subgroupOf([mean, mean + 1])),
        { runLength: 4, nsigmas: 100 },
      ),
    );
    expect(found.runs).toEqual([3, 8, 9]);
  });
  it('says what is missing', () => {
    expect(xbarChart([])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(xbarChart([subgroupOf([1])])).toEqual({ kind: 'insufficient', n: 1, needed: 1 });
    expect(xbarChart([subgroupOf([2, 2]), subgroupOf([2, 2])])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(() => rangeChart([subgroupFromSums({ n: 2, sum: 3, squares: 5 })])).toThrow(RangeError);
    expect(() => subgroupOf([1, NaN])).toThrow(RangeError);
    expect(() => xbarChart(subgroups, { baseline: 9 })).toThrow(RangeError);
    expect(() => xbarChart(subgroups, { runLength: 1 })).toThrow(RangeError);
    expect(() => xbarChart(subgroups, { nsigmas: 0 })).toThrow(RangeError);
  });
});

const table = fc.array(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 8 });

describe('invariants of charts of subgroups', () => {
  it('sums of shards make the same chart as the rows', () =>
    fc.assert(
      fc.property(table, fc.nat(), (rows, cut) => {
        const fromSums = rows.map((row) => {
          const at = cut % row.length;
          const sums = addMoments(momentsOf(row.slice(0, at)), momentsOf(row.slice(at)));
          return subgroupFromSums({ ...sums, min: Math.min(...row), max: Math.max(...row) });
        });
        const [a, b] = [xbarChart(fromSums), xbarChart(rows.map(subgroupOf))];
        expect(a.kind).toBe(b.kind);
        if (a.kind !== 'control-chart' || b.kind !== 'control-chart') return;
        expect(a.sigma).toBeCloseTo(b.sigma, 9);
        a.points.forEach((point, i) => expect(point.upper).toBeCloseTo(b.points[i]!.upper, 8));
      }),
      { numRuns: 50 },
    ));
  it('another unit and another origin move centre and limits with the values', () =>
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -1000, max: 1000 }), (rows, scale, shift) => {
        const a = deviationChart(rows.map(subgroupOf));
        const b = deviationChart(rows.map((row) => subgroupOf(row.map((x) => x * scale + shift))));
        if (a.kind !== 'control-chart' || b.kind !== 'control-chart') {
          expect(a.kind).toBe(b.kind);
          return;
        }
        expect(b.center).toBeCloseTo(a.center * scale, 6);
        b.points.forEach((point, i) => expect(point.upper).toBeCloseTo(a.points[i]!.upper * scale, 6));
      }),
      { numRuns: 50 },
    ));
});
