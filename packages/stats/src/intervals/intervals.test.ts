import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, jeffreysInterval } from './beta-intervals.ts';
import { meanInterval } from './mean-interval.ts';
import { agrestiCoullInterval, waldInterval } from './wald-interval.ts';
import { wilsonContinuityInterval, wilsonInterval } from './wilson-interval.ts';

type Share = (yes: number, n: number, confidence?: number) => readonly [number, number] | null;

function check(interval: Share, [yes, n, low, high]: readonly [number, number, number, number]): void {
  const [a, b] = interval(yes, n) ?? [NaN, NaN];
  expect(a).toBeCloseTo(low, 4);
  expect(b).toBeCloseTo(high, 4);
}

describe('Newcombe’s table', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I: 81/263, 15/148, 0/20, 1/29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const)('Wilson: %d of %d', (...row) => check(wilsonInterval, row));
  it.each([
    [81, 263, 0.2535, 0.3682],
    [15, 148, 0.0598, 0.1644],
    [0, 20, 0, 0.2005],
    [1, 29, 0.0018, 0.1963],
  ] as const)('Wilson with continuity correction: %d of %d', (...row) => check(wilsonContinuityInterval, row));
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ] as const)('Clopper–Pearson: %d of %d', (...row) => check(clopperPearsonInterval, row));
  it.each([
    [81, 263, 0.2522, 0.3638],
    [15, 148, 0.0527, 0.15],
    [0, 20, 0, 0],
    [1, 29, -0.0319, 0.1009],
  ] as const)('Wald, beyond 0 as published: %d of %d', (...row) => check(waldInterval, row));
});

describe('intervals of a share', () => {
  const all: Share[] = [
    wilsonInterval,
    wilsonContinuityInterval,
    clopperPearsonInterval,
    waldInterval,
    agrestiCoullInterval,
    jeffreysInterval,
  ];

  it('Wilson at everybody: R 4.2.2, prop.test(29, 29, correct = FALSE)', () => check(wilsonInterval, [29, 29, 0.883, 1]));

  // Python 3, statsmodels 0.14 formulas by hand with scipy 1.17: beta.ppf and the definition.
  it('Jeffreys and Agresti–Coull', () => {
    check(jeffreysInterval, [81, 263, 0.254522, 0.365647]);
    check(jeffreysInterval, [0, 20, 0.0000242465, 0.1166390183]);
    check(agrestiCoullInterval, [81, 263, 0.255221, 0.366277]);
  });

  it('contain the share, mirror when yes and no change places, and widen with confidence', () => {
    for (const interval of all)
      for (const [yes, n] of [
        [1, 7],
        [5, 9],
        [40, 100],
      ] as const) {
        const [low, high] = interval(yes, n) ?? [NaN, NaN];
        const [mirroredLow, mirroredHigh] = interval(n - yes, n) ?? [NaN, NaN];
        const [wideLow, wideHigh] = interval(yes, n, 0.99) ?? [NaN, NaN];
        expect(low < yes / n && yes / n < high).toBe(true);
        expect(low + mirroredHigh).toBeCloseTo(1, 12);
        expect(high + mirroredLow).toBeCloseTo(1, 12);
        expect(wideLow < low && high < wideHigh).toBe(true);
      }
  });

  it('have none for nothing asked and refuse the impossible', () => {
    for (const interval of all) {
      expect(interval(0, 0)).toBeNull();
      expect(() => interval(3, 2)).toThrow(RangeError);
      expect(() => interval(-1, 2)).toThrow(RangeError);
      expect(() => interval(1, 2, 1.5)).toThrow(RangeError);
    }
  });
});

describe('mean interval', () => {
  // R 4.2.2: t.test(c(1, 2, 3))$conf.int
  it('by Student’s t', () => {
    const [low, high] = meanInterval({ n: 3, sum: 6, squares: 14 }) ?? [NaN, NaN];
    expect(low).toBeCloseTo(-0.484138, 5);
    expect(high).toBeCloseTo(4.484138, 5);
  });
  it('needs two observations', () => expect(meanInterval({ n: 1, sum: 6, squares: 36 })).toBeNull());
});
