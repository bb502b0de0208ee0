import { describe, expect, it } from 'vitest';
import { meanInterval, varianceOf } from './mean-interval.ts';
import { tQuantile975 } from './t-quantile.ts';
import { wilsonInterval } from './wilson-interval.ts';

describe('Wilson interval', () => {
  // R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int; 81 of 263 is Newcombe (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [29, 29, 0.883, 1],
  ])('%d of %d', (yes, n, low, high) => {
    const [a, b] = wilsonInterval(yes, n) ?? [NaN, NaN];
    expect(a).toBeCloseTo(low, 4);
    expect(b).toBeCloseTo(high, 4);
  });
  it('has none for nothing asked and refuses the impossible', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });
});

describe('mean interval', () => {
  // R 4.2.2: t.test(c(1, 2, 3))$conf.int
  it('by Student’s t', () => {
    const [low, high] = meanInterval({ n: 3, sum: 6, squares: 14 }) ?? [NaN, NaN];
    expect(low).toBeCloseTo(-0.484138, 5);
    expect(high).toBeCloseTo(4.484138, 5);
  });
  it('needs two observations', () => {
    expect(meanInterval({ n: 1, sum: 6, squares: 36 })).toBeNull();
    expect(varianceOf({ n: 0, sum: 0, squares: 0 })).toBeNull();
    expect(varianceOf({ n: 3, sum: 6, squares: 14 })).toBe(1);
  });
});

describe('t quantile', () => {
  // R 4.2.2: qt(0.975, df)
  it.each([
    [10, 2.2281388519649385],
    [31, 2.0395134463964077],
    [60, 2.0002978210582616],
    [120, 1.9799304050824413],
    [1000, 1.9623390808264078],
  ])('%d degrees of freedom', (df, t) => expect(tQuantile975(df)).toBeCloseTo(t, 6));
  it('refuses less than one degree', () => expect(() => tQuantile975(0)).toThrow(RangeError));
});
