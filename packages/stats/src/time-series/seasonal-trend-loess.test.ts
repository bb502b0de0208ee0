import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loess, seasonalTrendLoess, type SeasonalTrendLoess, type StlOptions } from './index.ts';
import { loessAt } from './loess.ts';

const y = [3, 7, 1, 8, 2, 9, 4, 6, 5, 12, 10, 11];
const frame = { span: 7, degree: 1, jump: 1, weights: null } as const;

describe('loess', () => {
  // Python, numpy: weighted least squares by the normal equations with tricube weights
  it('is a weighted line at every point', () => {
    const expected = [
      3.9506482032716157, 4.225648353581961, 4.56129166422634, 4.666987586247137, 5.4330663865913955, 5.523157265181684, 5.694645019182238,
      6.131329044680757, 7.451300453663587, 8.86990027295688, 10.339971422849938, 11.748654804121568,
    ];
    expect([...loess(y, frame)]).toEqual(expected.map((value) => expect.closeTo(value, 11) as number));
    expect(loessAt(y, { x: 5, left: 1, right: 12 }, { ...frame, span: 17 })).toBeCloseTo(5.404279505602566, 11);
  });
  it('jumps draw lines between fits', () => {
    const [every, third] = [loess(y, frame), loess(y, { ...frame, jump: 3 })];
    for (const i of [0, 3, 6, 9, 11]) expect(third[i]).toBeCloseTo(every[i]!, 12);
    expect(third[1]).toBeCloseTo((2 * every[0]! + every[3]!) / 3, 12);
    expect(third[10]).toBeCloseTo((every[9]! + every[11]!) / 2, 12);
  });
  it('keeps lines, and constants at degree 0', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 3, max: 41 }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (n, span, slope) => {
          const line = Array.from({ length: n }, (_, i) => 5 + slope * i);
          [...loess(line, { ...frame, span })].forEach((value, i) => expect(value).toBeCloseTo(line[i]!, 7));
          [
            ...loess(
              line.map(() => 4),
              { ...frame, span, degree: 0 },
            ),
          ].forEach((value) => expect(value).toBeCloseTo(4, 10));
        },
      ),
      { numRuns: 40 },
    ));
  it('a weight of 0 takes a point out; without any weight a point stays', () => {
    const weights = y.map((_, i) => (i === 4 ? 0 : 1));
    const other = y.with(4, 1000);
    expect([...loess(other, { ...frame, weights })]).toEqual([...loess(y, { ...frame, weights })]);
    expect([...loess(y, { ...frame, weights: y.map(() => 0) })]).toEqual(y);
    expect([...loess([7], frame)]).toEqual([7]);
  });
});

const season = [4, -1, -5, 2];
function stl(series: readonly number[], options: StlOptions): SeasonalTrendLoess {
  const found = seasonalTrendLoess(series, options);
  if (found.kind !== 'seasonal-trend-loess') throw new Error(found.kind);
  return found;
}

// Against R's stl the method is also checked by the reference cases (`npm run reference -- --only stl`).
describe('STL', () => {
  // Python, statsmodels 0.15.0, STL: windows 7, 11 and 7, jumps 1, 2 and 1, one inner and four robust passes
  it('robust, with a season that changes and a last cycle cut short', () => {
    const series = [
      112, 118, 132, 129, 121, 135, 148, 151, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140, 145, 150, 178,
      163, 172, 178, 199,
    ];
    const about = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9) as number);
    const found = stl(series, { period: 5, seasonalWindow: 7, trendWindow: 11, lowPassWindow: 7, inner: 1, outer: 4 });
    expect(found.trend.slice(0, 4)).toEqual(about([116.55660423722, 120.265758240534, 123.974912243849, 127.57700534929]));
    expect(found.seasonal.slice(-4)).toEqual(about([-4.454433696366, 2.91470359855, 5.245180795227, 3.270664323844]));
    expect(found.weights.slice(5, 9)).toEqual(about([0.953516088021, 0.669188520099, 0.744686590246, 0.996632013573]));
  });
  const clean = Array.from({ length: 40 }, (_, t) => 20 + 0.5 * t + season[t % 4]!);
  it.each([
    ['a line and a season, with local lines', clean, { period: 4, seasonalWindow: 7, seasonalDegree: 1, inner: 1 }, 0.5],
    ['a level and a season that repeats', clean.map((x, t) => x - 0.5 * t), { period: 4, seasonalWindow: 'periodic' }, 0],
  ] as const)('takes apart exactly %s', (_, series, options, slope) => {
    const found = stl(series, options);
    found.trend.forEach((level, t) => expect(level).toBeCloseTo(20 + slope * t, 8));
    found.seasonal.forEach((value, t) => expect(value).toBeCloseTo(season[t % 4]!, 8));
    expect(found.strength.seasonal).toBeCloseTo(1, 8);
  });
  it('its parts add up to the series', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 9, maxLength: 40 }), fc.constantFrom(0, 2), (series, outer) => {
        const { seasonal, trend, remainder, weights } = stl(series, { period: 4, seasonalWindow: 5, inner: 1, outer });
        series.forEach((x, t) => expect(seasonal[t]! + trend[t]! + remainder[t]!).toBeCloseTo(x, 8));
        expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
      }),
      { numRuns: 30 },
    ));
  it('moves with unit and origin', () => {
    const rough = clean.map((x, t) => x + 3 * Math.sin(t * t));
    const [a, b] = [
      stl(rough, { period: 4, seasonalWindow: 9 }),
      stl(
        rough.map((x) => 10 * x - 7),
        { period: 4, seasonalWindow: 9 },
      ),
    ];
    b.seasonal.forEach((value, t) => expect(value).toBeCloseTo(10 * a.seasonal[t]!, 8));
    b.trend.forEach((value, t) => expect(value).toBeCloseTo(10 * a.trend[t]! - 7, 8));
  });
  it('robustness passes leave an outlier in the remainder', () => {
    const hit = clean.with(18, 500);
    const robust = stl(hit, { period: 4, seasonalWindow: 'periodic', inner: 1, outer: 15 });
    const plain = stl(hit, { period: 4, seasonalWindow: 'periodic' });
    expect(robust.weights[18]).toBe(0);
    expect(robust.trend[18]).toBeCloseTo(29, 2);
    expect(Math.abs(plain.trend[18]! - 29)).toBeGreaterThan(1);
    expect(plain.weights).toEqual(clean.map(() => 1));
  });
  it('weighs by the bisquare of the remainder in six medians of its size', () => {
    const rough = clean.map((x, t) => x + 3 * Math.sin(t * t));
    const options = { period: 4, seasonalWindow: 9, inner: 1 } as const;
    const sizes = stl(rough, options).remainder.map(Math.abs);
    const ascending = sizes.toSorted((a, b) => a - b);
    const six = 3 * (ascending[19]! + ascending[20]!);
    const expected = sizes.map((size) => expect.closeTo(size < six ? (1 - (size / six) ** 2) ** 2 : 0, 5) as number);
    expect(stl(rough, { ...options, outer: 1 }).weights).toEqual(expected);
  });
  it('says its windows', () =>
    // next odd from 1.5 · 12 / (1 − 1.5/7) = 22.9 and from 12
    expect(
      stl(
        Array.from({ length: 30 }, (_, t) => t % 12),
        { period: 12, seasonalWindow: 7 },
      ).method,
    ).toEqual({
      period: 12,
      seasonalWindow: 7,
      trendWindow: 23,
      lowPassWindow: 13,
      inner: 2,
      outer: 0,
    }));
  it('says what is missing', () => {
    expect(seasonalTrendLoess(clean.slice(0, 8), { period: 4, seasonalWindow: 7 })).toEqual({ kind: 'insufficient', n: 8, needed: 9 });
    expect(() => seasonalTrendLoess(clean, { period: 1, seasonalWindow: 7 })).toThrow(RangeError);
    expect(() => seasonalTrendLoess(clean, { period: 4, seasonalWindow: 2 })).toThrow(RangeError);
    expect(() => seasonalTrendLoess(clean, { period: 4, seasonalWindow: 7, inner: 0 })).toThrow(RangeError);
  });
});
