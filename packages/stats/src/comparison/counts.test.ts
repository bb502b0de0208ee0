import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTest, twoProportionTest } from './index.ts';
import { expectClose } from './expect-close.testing.ts';

describe('χ² test', () => {
  // Agresti (2007), Introduction to Categorical Data Analysis, 2nd ed., table 2.5: χ² = 30.1; R's example of chisq.test: 30.07, p = 2.954e-07; scipy
  const table = [
    [762, 327, 468],
    [484, 239, 477],
  ];
  it('agrees with the book, R and scipy', () => {
    expectClose(chiSquareTest(table), {
      n: 2757,
      df: 2,
      statistic: 30.070149095754672,
      p: 2.9535891832117595e-7,
      cramersV: 0.10443580235646777,
    });
  });
  // Agresti (2007), table 2.5, standardised residuals 4.50, 0.70, −5.32
  it('shows which cells stand out', () => {
    const found = chiSquareTest(table);
    if (found.kind !== 'chi-square-test') throw new Error('undetermined');
    expect(found.adjustedResiduals[0]?.map((cell) => cell.toFixed(2))).toEqual(['4.50', '0.70', '-5.32']);
  });
  it('leaves out what nobody chose, and does not mind the order', () => {
    const wider = [
      [468, 0, 762, 327],
      [0, 0, 0, 0],
      [477, 0, 484, 239],
    ];
    expectClose(chiSquareTest(wider), { df: 2, statistic: 30.070149095754672, cramersV: 0.10443580235646777 });
  });
  it('says when there is nothing to compare, and refuses what is no table', () => {
    expect(chiSquareTest([])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(chiSquareTest([[3, 4]])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(RangeError);
    expect(() => chiSquareTest([[1, -2]])).toThrow(RangeError);
  });
});

describe('two shares', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, methods 1 and 10
  it.each([
    [56, 70, 48, 80, [0.0575, 0.3425], [0.0524, 0.3339]],
    [9, 10, 3, 10, [0.2605, 0.9395], [0.1705, 0.809]],
    [10, 10, 0, 20, [1, 1], [0.6791, 1]],
  ])('%d of %d against %d of %d: the published intervals', (count1, n1, count2, n2, wald, score) => {
    const found = twoProportionTest({ count: count1, n: n1 }, { count: count2, n: n2 });
    expectClose(found, { waldInterval: wald, interval: score }, 5.1e-5);
  });
  it('is the χ² test of the four cells', () => {
    const whole = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, c, d) => {
        const shares = twoProportionTest({ count: a, n: a + b }, { count: c, n: c + d });
        const cells = chiSquareTest([
          [a, b],
          [c, d],
        ]);
        if (shares.kind !== 'two-proportion-test' || cells.kind !== 'chi-square-test') throw new Error('undetermined');
        expectClose(shares.z ** 2, cells.statistic, 1e-9);
        expectClose(shares.p, cells.p, 1e-9);
        expect(shares.pYates).toBeGreaterThanOrEqual(shares.p);
        expect(shares.oddsRatio?.estimate).toBeCloseTo((a * d) / (b * c), 8);
        expect(shares.interval[0]).toBeGreaterThanOrEqual(-1);
        expect(shares.interval[1]).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
  // R 4.2.2: the examples of prop.test and fisher.test; scipy: chi2_contingency([[83, 3], [90, 3]]), with and without correction
  it('corrects for continuity at most down to equality', () => {
    expectClose(twoProportionTest({ count: 83, n: 86 }, { count: 90, n: 93 }), { p: 0.9223200957342685, pYates: 1 });
  });
  it('has no ratio of empty cells, no test without variation, no count above n', () => {
    expect(twoProportionTest({ count: 0, n: 5 }, { count: 2, n: 5 })).toMatchObject({ oddsRatio: null, riskRatio: null });
    expect(twoProportionTest({ count: 0, n: 5 }, { count: 0, n: 9 })).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(twoProportionTest({ count: 0, n: 0 }, { count: 0, n: 9 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => twoProportionTest({ count: 6, n: 5 }, { count: 0, n: 9 })).toThrow(RangeError);
  });
});
