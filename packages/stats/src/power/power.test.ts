import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { requirePlain } from '../comparison/require-plain.testing.ts';
import {
  anovaPower,
  anovaSampleSize,
  arcsineSampleSize,
  cohensH,
  correlationPower,
  correlationSampleSize,
  surveySampleSize,
  tTestPower,
  tTestSampleSize,
  twoProportionPower,
  twoProportionSampleSize,
} from './index.ts';

// Examples of R's power.t.test, power.prop.test and of the package pwr; more digits from scipy 1.17.1 (stats.nct, ncf, norm; optimize.brentq).
describe('power', () => {
  it('of t tests', () => {
    const [two, pairs] = [
      { design: 'two-sample', d: 1 },
      { design: 'paired', d: 0.3 },
    ] as const;
    expectClose(
      [tTestPower({ ...two, n: 20 }), tTestPower({ design: 'paired', d: 0.4, n: 30, alpha: 0.01 })],
      [0.8689528016921273, 0.3053379772999792],
      1e-9,
    );
    expectClose(tTestSampleSize({ ...two, power: 0.9 }), { exact: 22.021095570096914, n: 23, total: 46 }, 1e-8);
    expectClose(tTestSampleSize({ ...pairs, power: 0.8 }), { exact: 89.14957726625869, n: 90, total: 90 }, 1e-8);
  });
  it('of two shares', () => {
    expectClose(twoProportionPower({ p1: 0.5, p2: 0.75, n: 50 }), 0.7401659013313879);
    expectClose(twoProportionSampleSize({ p1: 0.5, p2: 0.75, power: 0.9 }), { exact: 76.70692845177696, n: 77, total: 154 });
    expectClose(cohensH({ p1: 0.5, p2: 0.4 }), 0.20135792079033088);
    expectClose(arcsineSampleSize({ p1: 0.4, p2: 0.5, power: 0.9 }), { exact: 518.3088534300341, n: 519 }, 1e-8);
  });
  it('of analyses of variance', () => {
    expectClose(anovaPower({ groups: 4, f: 0.28, n: 20 }), 0.5149792919636945, 1e-9);
    expectClose(anovaSampleSize({ groups: 4, f: 0.28, power: 0.8 }), { exact: 35.757894520903406, total: 144 }, 1e-8);
    expectClose(anovaSampleSize({ groups: 3, f: 0.1, power: 0.9, alpha: 0.01 }), { exact: 582.4262709694141 }, 1e-8);
  });
  it('of correlations', () => {
    expectClose(correlationPower({ r: 0.3, n: 50 }), 0.5715558418602078);
    expectClose(correlationSampleSize({ r: -0.5, power: 0.8 }), { exact: 28.2484104632125, n: 29, total: 29 }, 1e-8);
  });

  it('is reached at the sample size, and grows with effect and size', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 2, noNaN: true }), fc.double({ min: 0.3, max: 0.99, noNaN: true }), (d, power) => {
        const { exact, n } = tTestSampleSize({ design: 'two-sample', d, power });
        if (exact > 2) expect(tTestPower({ design: 'two-sample', d, n: exact })).toBeCloseTo(power, 8);
        expect(tTestPower({ design: 'two-sample', d, n })).toBeGreaterThanOrEqual(power - 1e-9);
        expect(tTestPower({ design: 'two-sample', d: -d, n: n + 1 })).toBeGreaterThanOrEqual(tTestPower({ design: 'two-sample', d, n }));
      }),
      { numRuns: 25 },
    );
  });
  it('is answered at the ends: huge and tiny effects, strict alphas', () => {
    expect(tTestSampleSize({ design: 'two-sample', d: 1e6, power: 0.9 })).toMatchObject({ exact: 2, n: 2 });
    expect(tTestSampleSize({ design: 'two-sample', d: 1e-4, power: 0.9 }).n).toBeGreaterThan(2e9);
    expect(tTestPower({ design: 'paired', d: 1e6, n: 2, alpha: 1e-12 })).toBeLessThan(0.01);
    expect(anovaPower({ groups: 3, f: 1e6, n: 2 })).toBeCloseTo(1, 9);
    expect(twoProportionPower({ p1: 0, p2: 1, n: 5 })).toBe(1);
  });
  it('refuses what is no plan', () => {
    expect(() => tTestSampleSize({ design: 'paired', d: 0, power: 0.8 })).toThrow(RangeError);
    expect(() => tTestSampleSize({ design: 'paired', d: 1, power: 1 })).toThrow(RangeError);
    expect(() => tTestPower({ design: 'paired', d: 1, n: 1 })).toThrow(RangeError);
    expect(() => twoProportionSampleSize({ p1: 0.2, p2: 0.2, power: 0.8 })).toThrow(RangeError);
    expect(() => twoProportionPower({ p1: 1.2, p2: 0.2, n: 10 })).toThrow(RangeError);
    expect(() => arcsineSampleSize({ p1: 0.2, p2: 0.2, power: 0.8 })).toThrow(RangeError);
    expect(() => anovaPower({ groups: 1, f: 0.2, n: 10 })).toThrow(RangeError);
    expect(() => correlationPower({ r: 1, n: 10 })).toThrow(RangeError);
    expect(() => correlationPower({ r: 0.5, n: 3 })).toThrow(RangeError);
  });
});

describe('answers a survey needs', () => {
  // Krejcie, Morgan (1970), Educational and Psychological Measurement 30, 607–610, table 1
  it.each([
    [100, 80],
    [1000, 278],
    [10_000, 370],
    [1_000_000, 384],
  ])('of a population of %d: %d', (population, n) => expect(Math.round(surveySampleSize({ margin: 0.05, population }).exact)).toBe(n));
  it('never more than everybody, and none where the share is certain', () => {
    expect(surveySampleSize({ margin: 0.001, population: 50 }).n).toBeLessThanOrEqual(50);
    expect(surveySampleSize({ margin: 0.05, share: 1 }).n).toBe(0);
    expect(() => surveySampleSize({ margin: 0 })).toThrow(RangeError);
    expect(() => surveySampleSize({ margin: 0.1, population: 0 })).toThrow(RangeError);
  });
});

it('every plan is plain', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 1e4, noNaN: true }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (d, power) => {
      requirePlain(tTestSampleSize({ design: 'paired', d, power, alpha: 1 - power }));
    }),
    { numRuns: 50 },
  );
});
