import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { welchTest } from '../comparison/index.ts';
import { normalQuantile } from '../distribution/index.ts';
import { momentsOf } from '../moments/index.ts';
import { neweyWestErrors } from '../regression/index.ts';
import {
  contrastTest,
  runOutlook,
  runShift,
  seriesVerdicts,
  shrunkenMean,
  spendingLevels,
  stepDesign,
  variantsVerdicts,
  type SeriesPlan,
} from './index.ts';
import { simulatedImprovement } from './simulated-improvement.testing.ts';

const before = [31, 28, 33, 30, 35, 29, 32, 34, 30, 31, 33, 29, 32, 30];
const after = [27, 25, 29, 26, 24, 28, 27, 25];

describe('levels of looks', () => {
  // Lan and DeMets's O'Brien–Fleming function, two-sided 0.05: Reboussin et al. (2000), Controlled Clinical Trials 21, 190–207, table 1
  it('are those of the published tables', () => {
    const limits = (fractions: number[]) => spendingLevels(fractions, 0.05).map((level) => normalQuantile(1 - level / 2));
    expectClose(limits([0.25, 0.5, 0.75, 1]), [4.3326, 2.9631, 2.359, 2.0141], 1e-4);
    expectClose(limits([0.2, 0.4, 0.6, 0.8, 1]), [4.8769, 3.3569, 2.6803, 2.2898, 2.031], 1e-4);
    expectClose(limits([1]), [1.959964], 1e-6);
  });
  it('refuse looks that do not rise', () => {
    expect(() => spendingLevels([0.5, 0.4], 0.05)).toThrow(RangeError);
    expect(() => spendingLevels([0.5, 1.1], 0.05)).toThrow(RangeError);
    expect(() => spendingLevels([1], 0)).toThrow(RangeError);
  });
});

describe('contrast of a series', () => {
  const values = [...before, ...after];
  const design = stepDesign(
    values.map((_, i) => i),
    { start: before.length, trend: false },
  );
  it('has Welch’s error when neighbours are not alike and both sides are equally long', () => {
    const first = before.slice(0, after.length);
    const even = [...first, ...after];
    const welch = welchTest(after, first);
    const halves = stepDesign(
      even.map((_, i) => i),
      { start: first.length, trend: false },
    );
    const found = contrastTest(even, halves, { lag: 0, correlation: 0 });
    if (welch.kind !== 'welch-test' || found.kind !== 'contrast-test') throw new Error('no result');
    expect(found.estimate).toBeCloseTo(welch.difference, 12);
    expect(found.standardError).toBeCloseTo(Math.abs(welch.difference / welch.statistic), 12);
  });
  it('has the error of Newey and West before it is corrected', () => {
    const plain = neweyWestErrors(
      design.rows.map((row) => row.slice(1)),
      values,
      { lag: 2 },
    );
    const found = contrastTest(values, design, { lag: 2 });
    if (plain.kind !== 'newey-west-errors' || found.kind !== 'contrast-test') throw new Error('no result');
    expect(found.uncorrectedError).toBeCloseTo(plain.coefficients[1]?.standardError ?? 0, 12);
    expect(found.standardError).toBeGreaterThan(found.uncorrectedError);
  });
  // numpy 2: factor and degrees of freedom written out with full matrices, see contrast-test.py
  it('agrees with numpy', () => {
    expectClose(contrastTest(values, design, { lag: 2, correlation: 0.4 }), {
      standardError: 0.5822229087819272,
      df: 5.952649564989817,
    });
  });
  it('moves with the values and turns with their sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (shift, scale) => {
        const base = contrastTest(values, design);
        const moved = contrastTest(
          values.map((value) => shift - scale * value),
          design,
        );
        if (base.kind !== 'contrast-test' || moved.kind !== 'contrast-test') throw new Error('no result');
        expect(moved.estimate).toBeCloseTo(-scale * base.estimate, 8);
        expect(moved.p).toBeCloseTo(base.p, 8);
        expect(moved.df).toBeCloseTo(base.df, 6);
      }),
      { numRuns: 20 },
    );
  });
  it('says what is missing', () => {
    expect(contrastTest([1, 2], stepDesign([0, 1], { start: 1, trend: false }))).toMatchObject({ kind: 'insufficient', needed: 4 });
    expect(contrastTest([1, 2, 3, 4, 5], stepDesign([0, 1, 2, 3, 4], { start: 9, trend: false }))).toMatchObject({ reason: 'singular' });
    expect(contrastTest([1, 1, 1, 2, 2, 2], stepDesign([0, 1, 2, 3, 4, 5], { start: 3, trend: false }))).toMatchObject({
      reason: 'no-variation',
    });
  });
});

describe('runs', () => {
  it('have an interval that leaves 0 out exactly where there is a run', () => {
    const value = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 9 }), fc.array(value, { minLength: 4, maxLength: 12 }), (base, since) => {
        const found = runShift(base, since, { runLength: 4 });
        if (found.kind !== 'run-shift') throw new Error('too few');
        const [above, below] = [found.longest.above >= 4, found.longest.below >= 4];
        if (found.interval === null) return;
        expect(found.interval[0] > 0).toBe(above);
        expect(found.interval[1] < 0).toBe(below);
      }),
    );
  });
  // Without correlation and with a known centre a run of r among n is counted exactly: Balakrishnan, Koutras (2002), section 2; 8 of 12: 0.0117
  it('are as rare as counting says when the centre is as good as known', () => {
    const frame = { before: 401, after: 12, correlation: 0 };
    expect(runOutlook(frame, { alpha: 0.012, shifts: [] })?.runLength).toBeLessThanOrEqual(9);
    expect(runOutlook(frame, { alpha: 0.03, shifts: [0] })).toMatchObject({ runLength: 7 });
  });
  it('must be longer when neighbours are alike, and then may be out of reach', () => {
    expect(runOutlook({ before: 24, after: 24, correlation: 0.5 }, { alpha: 0.025, shifts: [] })?.runLength).toBeGreaterThan(12);
    expect(runOutlook({ before: 24, after: 8, correlation: 0.6 }, { alpha: 0.025, shifts: [] })).toBeNull();
  });
});

// Efron, Morris (1975): Clemente's .400 of the first 45 at bats is drawn to .265 by the same estimator in its known-variance form
it('a mean that was picked is drawn to its peers', () => {
  const values = [10, 12, 14, 16, 28];
  expect(shrunkenMean(values, { chosen: 4, errorVariance: 0 })).toMatchObject({ expectedReturn: -0, variance: 0 });
  expectClose(shrunkenMean(values, { chosen: 4, errorVariance: 20 }), { shrinkage: 0.2, expected: 25.6, variance: 20 * (1 - 0.16) + 5.76 });
  expect(shrunkenMean(values, { chosen: 4, errorVariance: 1e9 })).toMatchObject({ shrinkage: 0.5, expected: 22 });
  expect(shrunkenMean([1, 2, 3], { chosen: 0, errorVariance: 1 })).toEqual({ kind: 'insufficient', n: 3, needed: 4 });
  expect(() => shrunkenMean(values, { chosen: 5, errorVariance: 1 })).toThrow(RangeError);
});

const plan: SeriesPlan = {
  ...{ method: 'before-after', better: 'lower', expectedChange: 4, alpha: 0.05, power: 0.8, looks: 'once' },
  baseline: before.map((value, at) => ({ at, value, n: 10 })),
  ...{ start: 14, periods: 8, minimumN: 50, season: 1, picked: null },
};
const points = after.map((value, i) => ({ at: 14 + i, value, n: 10 }));

describe('verdict of a series', () => {
  it('waits for the planned time and for enough observations', () => {
    expect(seriesVerdicts(plan, points.slice(0, 7), 7)).toMatchObject([
      { verdict: 'too-early', reason: 'waiting-for-periods', look: 0, estimate: null },
    ]);
    const few = points.map((point) => ({ ...point, n: 1 }));
    expect(seriesVerdicts(plan, few, 8)).toMatchObject([{ verdict: 'too-early', reason: 'waiting-for-observations', n: 8, neededN: 50 }]);
  });
  it('is effective, harmful or not shown by where the interval lies', () => {
    expect(seriesVerdicts(plan, points, 8)).toMatchObject([
      { verdict: 'effective', reason: 'improved', final: true, before: 31.214285714285715 },
    ]);
    expect(seriesVerdicts({ ...plan, better: 'higher' }, points, 8)).toMatchObject([{ verdict: 'harmful', reason: 'worsened' }]);
    const same = points.map((point, i) => ({ ...point, value: before[i]! }));
    expect(seriesVerdicts(plan, same, 8)).toMatchObject([{ verdict: 'not-shown', reason: 'no-change-possible' }]);
  });
  it('takes off what comes by itself and says so', () => {
    const picked = { values: [31.214285714285715, 30, 29.5, 30.5, 29, 30.2], chosen: 0 };
    const [plain] = seriesVerdicts(plan, points, 8);
    const [found] = seriesVerdicts({ ...plan, picked }, points, 8);
    const warning = found?.warnings.find(({ code }) => code === 'regression-to-mean');
    if (warning?.code !== 'regression-to-mean') throw new Error('not named');
    expect(warning).toMatchObject({ units: 6 });
    expect(warning.expectedReturn).toBeLessThan(0);
    expect(found?.estimate).toBeCloseTo((plain?.estimate ?? 0) - warning.expectedReturn, 10);
  });
  it('looks four times at most when it is sequential, and each look sees only its own periods', () => {
    const sequential = { ...plan, looks: 'sequential', periods: 12 } as const;
    const flat = Array.from({ length: 12 }, (_, i) => ({ at: 14 + i, value: before[i]!, n: 10 }));
    const all = seriesVerdicts(sequential, flat, 12);
    expect(all.map(({ periods, verdict }) => [periods, verdict])).toEqual([
      [3, 'too-early'],
      [6, 'too-early'],
      [9, 'too-early'],
      [12, 'not-shown'],
    ]);
    expect(seriesVerdicts(sequential, flat.slice(0, 7), 7)).toEqual(all.slice(0, 2));
  });
  it('names a baseline that was moving already', () => {
    const moving = plan.baseline.map((point, i) => ({ ...point, value: point.value - i }));
    expect(seriesVerdicts({ ...plan, baseline: moving }, points, 8)[0]?.warnings.map(({ code }) => code)).toContain('baseline-trend');
  });
});

it('variants that did not get their shares are not judged', () => {
  const settings = {
    measure: 'mean',
    better: 'higher',
    expectedChange: 1,
    alpha: 0.05,
    power: 0.8,
    looks: 'once',
    plannedN: 300,
    weights: [1, 1],
  } as const;
  const values = (n: number, level: number) => momentsOf(Array.from({ length: n }, (_, i) => level + (i % 5)));
  expect(variantsVerdicts(settings, [{ at: 0, arms: [values(300, 4), values(310, 6)] }])).toMatchObject([
    { verdict: 'effective', estimate: 2 },
  ]);
  expect(variantsVerdicts(settings, [{ at: 0, arms: [values(300, 4), values(420, 6)] }])).toMatchObject([
    { verdict: 'not-shown', reason: 'sample-ratio', estimate: null, warnings: [{ code: 'sample-ratio' }] },
  ]);
  expect(variantsVerdicts(settings, [{ at: 0, arms: [values(300, 4), values(299, 6)] }])).toMatchObject([{ verdict: 'too-early' }]);
});

// verify/verdicts.ts looks at 2,000 of them; beyond 12 of 96 the chance is below 1 in 1,000 if 6 % is the truth
it('rarely calls an improvement effective that is none, and sees most that are', () => {
  const found = Array.from({ length: 96 }, (_, i) => simulatedImprovement(20_261_121 + i));
  expect(found.filter(({ withoutEffect }) => withoutEffect === 'effective').length).toBeLessThanOrEqual(12);
  const planned = found.filter(({ power }) => power !== null);
  expect(planned.filter(({ withEffect }) => withEffect === 'effective').length / planned.length).toBeGreaterThan(0.7);
}, 120_000);
