import fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { describe } from './describe.ts';
import { geometricMean, mean, trimmedMean } from './mean.ts';
import { median, quantile, type QuantileType } from './quantile.ts';
import { excessKurtosis, skewness } from './shape.ts';
import { interquartileRange, medianAbsoluteDeviation, populationVariance, variance } from './spread.ts';

const values = [7.7, 2.1, 3.4, 31, 5.9, 8.2, 13, 12.5, 3.4, 20.25];

group('quantiles', () => {
  // Python, numpy 2.4.6: numpy.quantile(x, [.05, .25, .3, .5, .9, .99]) by its nine methods in Hyndman and Fan's order.
  const expected: Record<QuantileType, readonly number[]> = {
    1: [2.1, 3.4, 3.4, 7.7, 20.25, 31],
    2: [2.1, 3.4, 4.65, 7.95, 25.625, 31],
    3: [2.1, 3.4, 3.4, 7.7, 20.25, 31],
    4: [2.1, 3.4, 3.4, 7.7, 20.25, 29.925],
    5: [2.1, 3.4, 4.65, 7.95, 25.625, 31],
    6: [2.1, 3.4, 4.15, 7.95, 29.925, 31],
    7: [2.685, 4.025, 5.15, 7.95, 21.325, 30.0325],
    8: [2.1, 3.4, 4.483333333333334, 7.95, 27.05833333333333, 31],
    9: [2.1, 3.4, 4.525, 7.95, 26.7, 31],
  };
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9] as const)('type %d', (type) =>
    [0.05, 0.25, 0.3, 0.5, 0.9, 0.99].forEach((p, i) => expect(quantile(values, p, type)).toBeCloseTo(expected[type][i]!, 12)),
  );
  it('take a position that rounding missed as whole', () => {
    // 0.07 · 100 is 7.000000000000001 in a double: the seventh value, no jump to the eighth (type 1), and the mean of both (type 2).
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([quantile(hundred, 0.07, 1), quantile(hundred, 0.07, 2)]).toEqual([7, 7.5]);
  });
  it('end at the extremes, rise with p, and follow shifts and scales', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (sample, type) => {
        const of = (p: number, list: readonly number[] = sample) => quantile(list, p, type as QuantileType);
        const found = [0, 0.1, 0.37, 0.5, 0.82, 1].map((p) => of(p));
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect([found[0], found.at(-1)]).toEqual([Math.min(...sample), Math.max(...sample)]);
        expect(of(0.37, sample.map((x) => 2 * x + 5).reverse())).toBeCloseTo(2 * of(0.37) + 5, 9);
      }),
    );
  });
  it('refuse an empty list and shares outside 0..1', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1, NaN], 0.5)).toThrow(RangeError);
  });
});

group('a description', () => {
  // Python, numpy 2.4.6 and scipy 1.17.1: mean, var, sem, t.interval.
  it('has mean, spread and interval', () => {
    expect(describe(values)).toMatchObject({ n: 10, mean: expect.closeTo(10.745, 12), min: 2.1, max: 31, method: { quantileType: 7 } });
    expect(describe(values)).toMatchObject({ ci95: [expect.closeTo(4.299584213883618, 10), expect.closeTo(17.190415786116382, 10)] });
  });
  it('of one value has no spread; of none it is insufficient', () => {
    expect(describe([4])).toMatchObject({ mean: 4, standardDeviation: null, standardError: null, ci95: null });
    expect(describe([])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });
});

group('means and spread', () => {
  // scipy 1.17.1: trim_mean(x, 0.1), gmean, median_abs_deviation; numpy 2.4.6: var.
  it('trimmed, geometric, median deviation, variance', () => {
    expect(trimmedMean(values, 0.1)).toBeCloseTo(9.29375, 12);
    expect(geometricMean(values)).toBeCloseTo(7.879476787833046, 12);
    expect(medianAbsoluteDeviation(values)).toBeCloseTo(4.55, 12);
    expect(variance(values)).toBeCloseTo(81.18136111111112, 11);
    expect(populationVariance(values)).toBeCloseTo(73.063225, 11);
    expect(interquartileRange([1, 2, 3, 4], 6)).toBe(2.5);
  });
  it('lose no digits to a large offset', () => expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30));
  it('know their edges', () => {
    expect([geometricMean([0, 5]), geometricMean([-1, 5]), variance([3])]).toEqual([0, null, null]);
    expect(() => mean([])).toThrow(RangeError);
    expect(() => trimmedMean([1], 0.5)).toThrow(RangeError);
  });
});

group('shape', () => {
  // scipy 1.17.1: skew and kurtosis, bias=True and False. b from g by definition: b₁ = g₁ (1 − 1/n)^1.5, b₂ = (g₂ + 3)(1 − 1/n)² − 3.
  it('skewness and kurtosis in their three definitions', () => {
    expect(skewness(values)).toMatchObject({
      g1: expect.closeTo(1.2150825125203917, 11),
      G1: expect.closeTo(1.4409106067266875, 11),
      b1: expect.closeTo(1.2150825125203917 * 0.9 ** 1.5, 11),
    });
    expect(excessKurtosis(values)).toMatchObject({
      g2: expect.closeTo(0.5330101407105081, 11),
      G2: expect.closeTo(1.906571498756076, 11),
      b2: expect.closeTo(3.5330101407105081 * 0.81 - 3, 11),
    });
  });
  it('is not there for too few or equal values', () => {
    expect(skewness([1, 2])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(excessKurtosis([0.1, 0.1, 0.1, 0.1])).toEqual({ kind: 'undetermined', n: 4, reason: 'constant' });
  });
});
