import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicalDecomposition, forecastHoltWinters, holtWinters, rollingAccuracy, simpleSmoothing, type HoltWinters } from './index.ts';
import { searchBox } from './search-box.ts';

const about = (value: number, digits = 10) => expect.closeTo(value, digits) as number;
const season = [3, -1, -4, 2];
const line = (n: number) => Array.from({ length: n }, (_, t) => 50 + 2 * (t + 1) + season[t % 4]!);
function model(found: ReturnType<typeof holtWinters>): HoltWinters {
  if (found.kind !== 'holt-winters') throw new Error(found.kind);
  return found;
}

describe('simple smoothing', () => {
  // by hand: levels 10, 11, 11; errors 2, 0
  it('follows its definition', () =>
    expect(simpleSmoothing([10, 12, 11], 0.5)).toMatchObject({ level: 11, sse: 4, mape: about(100 / 12) }));
  it('with α 0 keeps the first value, with 1 repeats the last', () => {
    expect(simpleSmoothing([4, 9, 7], 0)).toMatchObject({ level: 4, sse: 34 });
    expect(simpleSmoothing([4, 9, 7], 1)).toMatchObject({ level: 7, sse: 29 });
  });
  it('has no percentage of 0, nor an error of one value', () => {
    expect(simpleSmoothing([1, 0, 2], 0.5)).toMatchObject({ mape: null });
    expect(simpleSmoothing([1], 0.5)).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => simpleSmoothing([1, 2], 1.5)).toThrow(RangeError);
  });
});

describe('classical decomposition', () => {
  it('takes a straight line and a season apart exactly', () => {
    const found = classicalDecomposition(line(12), { period: 4, seasonal: 'additive' });
    expect(found).toMatchObject({ trendFrom: 2, figure: season.map((each) => about(each)) });
    expect(found).toHaveProperty('trend.0', about(50 + 2 * 3));
  });
  it('odd periods need no halves; a multiplicative season averages 1', () => {
    const level = [10, 20, 30, 10, 20, 30, 10, 20, 30];
    expect(classicalDecomposition(level, { period: 3, seasonal: 'multiplicative' })).toMatchObject({
      trendFrom: 1,
      figure: [about(0.5), about(1), about(1.5)],
    });
  });
  it('says what is missing', () => {
    expect(classicalDecomposition([1, 2, 3], { period: 2, seasonal: 'additive' })).toEqual({ kind: 'insufficient', n: 3, needed: 4 });
    expect(() => classicalDecomposition([1, 2], { period: 1, seasonal: 'additive' })).toThrow(RangeError);
    expect(() => classicalDecomposition([1, 0, 1, 2], { period: 2, seasonal: 'multiplicative' })).toThrow(RangeError);
  });
});

describe('Holt–Winters', () => {
  // Python: the recursion written out, with these start values
  it('multiplicative', () => {
    const found = model(
      holtWinters([10, 20, 12, 25, 13, 27, 15, 33], {
        period: 2,
        seasonal: 'multiplicative',
        parameters: { alpha: 0.4, beta: 0.2, gamma: 0.3 },
        start: { level: 14, trend: 0.5, season: [0.7, 1.3] },
      }),
    );
    expect(found).toMatchObject({
      sse: about(33.497601491421555),
      sigma: about(2.3628232227366466),
      state: {
        level: about(22.787487705050232),
        trend: about(1.238229598603704),
        season: [about(0.7206468917452618), about(1.3807609368511862)],
      },
    });
    const forecasts = forecastHoltWinters(found, 3);
    expect(forecasts.map(({ value }) => value)).toEqual([about(17.314058496828558), about(34.88347099331988), about(19.098711119830046)]);
    const [low = 0, high = 0] = forecasts[2]!.interval;
    expect((high - low) / 2).toBeCloseTo(5.876800620080945, 10);
  });
  it('goes on along a line with a season, whatever the parameters', () =>
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true }))), fc.integer({ min: 8, max: 23 }), (p, n) => {
        const [alpha = 0, beta = 0, gamma = 0] = p;
        // the line through the centred trend begins two steps before it: the start is that of the line at 1, 2, … of the trend
        const start = { level: 50 + 2 * 4, trend: 2, season };
        const found = model(holtWinters(line(n), { period: 4, seasonal: 'additive', parameters: { alpha, beta, gamma }, start }));
        expect(found.sse).toBeLessThan(1e-18);
        forecastHoltWinters(found, 5).forEach(({ value }, i) => expect(value).toBeCloseTo(line(n + 5)[n + i]!, 8));
      }),
      { numRuns: 30 },
    ));
  it('takes its start from the first cycles', () => {
    const found = model(holtWinters(line(12), { period: 4, seasonal: 'additive', parameters: { alpha: 0, beta: 0, gamma: 0 } }));
    // the trend's first value belongs to t = 3, so that its line starts at t = 2
    expect(found.start).toEqual({ level: about(54), trend: about(2), season: season.map((each) => about(each)) });
    expect(found.method).toMatchObject({ start: 'first-cycles', parameters: 'given' });
  });
  it('chooses parameters that no neighbour betters', () => {
    const noisy = line(40).map((x, t) => x + 3 * Math.sin(t * t));
    const best = model(holtWinters(noisy, { period: 4, seasonal: 'additive' }));
    expect(best.method.parameters).toBe('least-squares');
    for (const step of [-0.01, 0.01]) {
      for (const name of ['alpha', 'beta', 'gamma'] as const) {
        const parameters = { ...best.parameters, [name]: Math.min(1, Math.max(0, best.parameters[name] + step)) };
        expect(model(holtWinters(noisy, { period: 4, seasonal: 'additive', parameters })).sse).toBeGreaterThanOrEqual(
          best.sse * (1 - 1e-9),
        );
      }
    }
  });
  it('intervals widen with the horizon', () => {
    const found = model(
      holtWinters(
        line(24).map((x, t) => x + ((t * 7) % 5)),
        { period: 4, seasonal: 'additive' },
      ),
    );
    const widths = forecastHoltWinters(found, 9).map(({ interval: [low, high] }) => high - low);
    widths.slice(1).forEach((width, i) => expect(width).toBeGreaterThanOrEqual(widths[i]!));
  });
  it('says what is missing', () => {
    expect(holtWinters(line(7), { period: 4, seasonal: 'additive' })).toEqual({ kind: 'insufficient', n: 7, needed: 8 });
    expect(holtWinters(line(8), { period: 4, seasonal: 'additive', startCycles: 3 })).toEqual({ kind: 'insufficient', n: 8, needed: 12 });
    const bad = { alpha: 2, beta: 0, gamma: 0 };
    expect(() => holtWinters(line(8), { period: 4, seasonal: 'additive', parameters: bad })).toThrow(RangeError);
    expect(() => holtWinters(line(8), { period: 4, seasonal: 'additive', start: { level: 1, trend: 1, season: [1] } })).toThrow(RangeError);
    expect(() => holtWinters([1, -1, 1, 1], { period: 2, seasonal: 'multiplicative' })).toThrow(RangeError);
    expect(() => forecastHoltWinters(model(holtWinters(line(8), { period: 4, seasonal: 'additive' })), 0)).toThrow(RangeError);
  });
  it('a level that meets 0 leaves a multiplicative season without an answer', () => {
    const start = { level: 1, trend: -1, season: [1, 1] };
    const parameters = { alpha: 0, beta: 0, gamma: 1 };
    expect(holtWinters([1, 1, 1, 1, 1, 1], { period: 2, seasonal: 'multiplicative', start, parameters })).toMatchObject({
      kind: 'undetermined',
    });
  });
  it('the search keeps to its box', () =>
    expect(searchBox(([x = 0, y = 0]) => (x - 0.37) ** 2 + (y + 1) ** 2 + x * y, 2).point).toEqual([about(0.37, 6), 0]));
});

describe('rolling accuracy', () => {
  const last = (known: readonly number[]) => [1, 2].map(() => ({ value: known.at(-1) ?? 0, interval: [0, 6] as const }));
  // by hand: one step 1, 2, 3 (values 4, 6, 9); two steps 3, 5 (values 6, 9)
  it('compares with what came later', () =>
    expect(rollingAccuracy([1, 3, 4, 6, 9], { forecast: last, horizon: 2, firstOrigin: 2 })).toMatchObject({
      n: 3,
      horizons: [
        {
          horizon: 1,
          n: 3,
          meanAbsoluteError: 2,
          rootMeanSquareError: about(Math.sqrt(14 / 3)),
          meanAbsolutePercentage: about((100 * (1 / 4 + 1 / 3 + 1 / 3)) / 3),
          scaledError: 1,
          coverage: about(2 / 3),
        },
        { horizon: 2, n: 2, meanAbsoluteError: 4, coverage: 0.5 },
      ],
    }));
  it('never shows a forecast what it is to forecast', () => {
    const seen: number[] = [];
    rollingAccuracy([1, 2, 3, 4], { forecast: (known) => (seen.push(known.length), []), horizon: 1, firstOrigin: 2 });
    expect(seen).toEqual([2, 3]);
  });
  it('says what is missing', () => {
    expect(rollingAccuracy([1, 2], { forecast: last, horizon: 1, firstOrigin: 2 })).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(() => rollingAccuracy([1, 2], { forecast: last, horizon: 0, firstOrigin: 1 })).toThrow(RangeError);
    expect(() => rollingAccuracy([1, 2], { forecast: last, horizon: 1, firstOrigin: 1, period: 2 })).toThrow(RangeError);
  });
});
