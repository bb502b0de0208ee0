import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { addMoments, momentsOf } from '../moments/moments.ts';
import { linearRegression } from '../regression/index.ts';
import {
  clusteredDifferenceInDifferences,
  cuped,
  cupedFromMoments,
  differenceInDifferences,
  interruptedTimeSeries,
  type PanelObservation,
} from './index.ts';

describe('interrupted time series', () => {
  const series = [12, 15, 14, 16, 15, 18, 17, 19, 18, 20, 26, 25, 28, 26, 27, 30, 29, 31, 30, 33];
  // numpy 2: segmented regression and Newey–West written out
  it('agrees with numpy', () => {
    expectClose(interruptedTimeSeries(series, { before: 10, lag: 2 }), {
      n: 20,
      after: 10,
      intercept: { estimate: 12.266666666666667, standardError: 0.36876193138376634 },
      trend: { estimate: 0.7515151515151666, standardError: 0.053685909869109406 },
      level: { estimate: 4.5515151515150905, standardError: 0.5598414260734788, p: 4.4960956232495277e-7 },
      slope: { estimate: 0.006060606060601548, standardError: 0.08156937217681197 },
      durbinWatson: 3.222738897930716,
      method: { lag: 2, smallSample: false },
    });
    expectClose(interruptedTimeSeries(series, { before: 10, lag: 2, smallSample: true }), { level: { standardError: 0.6259217426603608 } });
  });
  it('finds a jump and a new trend put into a line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        (before, jump, turn) => {
          const values = Array.from({ length: 14 }, (_, i) => {
            const after = i >= before ? 1 : 0;
            return 3 + 2 * (i + 1) + jump * after + turn * after * (i + 1 - before) + (i % 2) / 1024;
          });
          expectClose(interruptedTimeSeries(values, { before, lag: 0 }), { level: { estimate: jump }, slope: { estimate: turn } }, 1e-2);
        },
      ),
      { numRuns: 30 },
    );
  });
  it('needs points on both sides, and a break among them', () => {
    expect(interruptedTimeSeries([1, 2, 3, 4, 5], { before: 2 })).toEqual({ kind: 'insufficient', n: 5, needed: 6 });
    expect(interruptedTimeSeries([1, 2, 3, 4, 5, 7], { before: 1 })).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(interruptedTimeSeries([2, 2, 2, 2, 2, 2], { before: 3 })).toMatchObject({ kind: 'undetermined', reason: 'constant' });
    expect(() => interruptedTimeSeries(series, { before: 21 })).toThrow(RangeError);
    expect(() => interruptedTimeSeries(series, { before: 2.5 })).toThrow(RangeError);
  });
});

const [comparisonBefore, comparisonAfter] = [
  [5.1, 6.2, 4.8, 7.0],
  [5.9, 6.6, 5.0, 7.9],
];
const [treatedBefore, treatedAfter] = [
  [4.9, 5.5, 6.4, 5.0],
  [6.8, 7.1, 8.3, 6.2],
];

describe('difference in differences', () => {
  const cells = {
    comparison: { before: momentsOf(comparisonBefore), after: momentsOf(comparisonAfter) },
    treated: { before: momentsOf(treatedBefore), after: momentsOf(treatedAfter) },
  };
  const seen = (values: readonly number[], treated: boolean, after: boolean): PanelObservation[] =>
    values.map((value, i) => ({ id: `${treated} ${i}`, treated, after, value }));
  const observations = [
    ...seen(comparisonBefore, false, false),
    ...seen(comparisonAfter, false, true),
    ...seen(treatedBefore, true, false),
    ...seen(treatedAfter, true, true),
  ];
  // numpy 2: the regression on group, time and their product, classical and cluster-robust
  it('agrees with numpy', () => {
    expectClose(differenceInDifferences(cells), { effect: 1.075, standardError: 0.9715751815136766, df: 12, p: 0.2902194511334982 });
    expectClose(clusteredDifferenceInDifferences(observations), {
      n: 16,
      clusters: 8,
      effect: { estimate: 1.075, standardError: 0.24229188418693895, p: 0.0030193551973806154 },
    });
  });
  it('is the product term of a regression, whatever the sizes of the cells, from sums that were added up', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(values, values, values, values, (a, b, c, d) => {
        const rows = [a, b, c, d].flatMap((cell, i) => cell.map(() => [i >> 1, i & 1, (i >> 1) * (i & 1)]));
        const fit = linearRegression(rows, [...a, ...b, ...c, ...d]);
        if (fit.kind !== 'linear-regression' || fit.residualSquares < 1e-9) return;
        const before = addMoments(momentsOf(a.slice(1)), momentsOf(a.slice(0, 1)));
        const found = differenceInDifferences({
          comparison: { before, after: momentsOf(b) },
          treated: { before: momentsOf(c), after: momentsOf(d) },
        });
        const { estimate, standardError, p } = fit.coefficients[3]!;
        expectClose(found, { effect: estimate, standardError, p }, 1e-8);
      }),
      { numRuns: 40 },
    );
  });
  it('says which cell is empty by size, and when nothing varies', () => {
    const one = { n: 1, sum: 2, squares: 4 };
    const none = { n: 0, sum: 0, squares: 0 };
    const both = { before: one, after: one };
    expect(differenceInDifferences({ comparison: both, treated: { before: none, after: one } })).toMatchObject({
      kind: 'insufficient',
      n: 0,
    });
    expect(differenceInDifferences({ comparison: both, treated: both })).toEqual({ kind: 'insufficient', n: 4, needed: 5 });
    const same = { before: { n: 3, sum: 6, squares: 12 }, after: { n: 3, sum: 6, squares: 12 } };
    expect(differenceInDifferences({ comparison: same, treated: same })).toMatchObject({ reason: 'no-variation' });
    expect(clusteredDifferenceInDifferences(observations.filter(({ treated }) => treated))).toMatchObject({
      kind: 'undetermined',
      reason: 'singular',
    });
  });
});

describe('CUPED', () => {
  const [treated, comparison] = [
    { before: treatedBefore, during: treatedAfter },
    { before: comparisonBefore, during: comparisonAfter },
  ];
  // numpy 2 for θ and the adjusted values; scipy 1.17.1, stats.ttest_ind(equal_var=False)
  it('agrees with numpy and scipy', () => {
    expectClose(cuped(treated, comparison), {
      n: 8,
      theta: 1.0294664189009823,
      statistic: 4.802394413333386,
      df: 5.996379119555277,
      p: 0.0029983180681877873,
      interval: [0.5318831633909317, 1.6372700088947045],
      varianceReduction: 0.627320988764615,
    });
  });
  it('is the same from sums that were added up, and does not mind where zero lies', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(rows, rows, fc.nat(9), (a, b, at) => {
        const arm = (data: readonly number[][]) => ({ before: data.map((row) => row[0]! + 1000), during: data.map((row) => row[1]!) });
        const direct = cuped(arm(a), arm(b));
        if (direct.kind !== 'cuped' || direct.arms.some(({ sd }) => sd < 1e-6)) return;
        const parts = addCrossMoments(crossMomentsOf(a.slice(at)), crossMomentsOf(a.slice(0, at)));
        expectClose(cupedFromMoments(parts, crossMomentsOf(b)), direct, 1e-7);
        expect(direct.varianceReduction).toBeGreaterThanOrEqual(0);
        expect(direct.varianceReduction).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 40 },
    );
  });
  it('says when there is nothing to adjust by, or too little', () => {
    const flat = { before: [1, 1, 1], during: [1, 2, 3] };
    expect(cuped(flat, flat)).toMatchObject({ kind: 'undetermined', reason: 'constant', columns: [0] });
    expect(cuped({ before: [1, 2, 3], during: [1, 1, 1] }, { before: [1, 2, 4], during: [1, 1, 1] })).toMatchObject({
      reason: 'no-variation',
    });
    expect(cuped({ before: [1], during: [1] }, comparison)).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => cuped({ before: [1], during: [1, 2] }, comparison)).toThrow(RangeError);
  });
});
