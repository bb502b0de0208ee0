import { describe, expect, it } from 'vitest';
import { drawValue, type Conditions, type Draw, type DrawnIndicator } from './draw-value.rules.ts';
import { drawBinomial, drawNormal, drawPoisson, randomFrom } from './random.rules.ts';
import { spreadTimes, workingMonths } from './working-time.rules.ts';

const many = <T>(draw: () => T, n = 20_000): T[] => Array.from({ length: n }, draw);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

describe('drawing', () => {
  // Mean and variance of the textbook; five standard errors of 20,000 draws.
  it.each<[string, () => () => number, number, number]>([
    ['uniform', () => randomFrom('u'), 1 / 2, 1 / 12],
    ['normal', () => of(drawNormal), 0, 1],
    ['Poisson, small', () => of((random) => drawPoisson(random, 2.5)), 2.5, 2.5],
    ['Poisson, large', () => of((random) => drawPoisson(random, 400)), 400, 400],
    ['binomial, few', () => of((random) => drawBinomial(random, 20, 0.9)), 18, 1.8],
    ['binomial, rare in many', () => of((random) => drawBinomial(random, 1440, 0.9983)), 1437.552, 2.4438],
    ['binomial, many', () => of((random) => drawBinomial(random, 500, 0.4)), 200, 120],
  ])('%s has the mean and the variance that it should', (_name, draws, mean, variance) => {
    const values = many(draws());
    expect(Math.abs(meanOf(values) - mean)).toBeLessThan(5 * Math.sqrt(variance / values.length));
    expect(varianceOf(values) / variance).toBeGreaterThan(0.93);
    expect(varianceOf(values) / variance).toBeLessThan(1.07);
  });

  it('is the same from the same seed, and another from another', () => {
    expect(many(randomFrom('a'), 5)).toEqual(many(randomFrom('a'), 5));
    expect(many(randomFrom('a'), 5)).not.toEqual(many(randomFrom('b'), 5));
  });

  function of(draw: (random: () => number) => number): () => number {
    const random = randomFrom('seed');
    return () => draw(random);
  }
});

describe('what shifts a value', () => {
  const plain: Conditions = { badness: 1, problem: 1, amount: 1 };
  const indicator: DrawnIndicator = {
    measure: 'number',
    direction: 'lower',
    decimals: 3,
    plausibleMin: null,
    plausibleMax: null,
    target: null,
  };
  const normal = { kind: 'normal', mean: 10, sd: 1 } as const;
  const share = { kind: 'share', yes: 0.8, of: 1000 } as const;
  const average = (draw: Omit<Draw, 'random' | 'conditions'>, conditions: Partial<Conditions> = {}): number => {
    const random = randomFrom('shift');
    return meanOf(
      many(() => drawValue({ random, ...draw, conditions: { ...plain, ...conditions } }), 4000).map(({ value, n }) => value / n),
    );
  };

  it('quality: less of what is bad, more of what is good, nearer to the target', () => {
    expect(average({ distribution: normal, indicator }, { badness: 0.9 })).toBeCloseTo(9, 1);
    expect(average({ distribution: normal, indicator: { ...indicator, direction: 'higher' } }, { badness: 0.9 })).toBeCloseTo(
      10 + 1 / 3,
      1,
    );
    const negative = { distribution: { ...normal, mean: -90 }, indicator: { ...indicator, direction: 'higher' as const } };
    expect(average(negative, { badness: 0.9 })).toBeCloseTo(-87, 1);
    expect(average({ distribution: normal, indicator: { ...indicator, direction: 'nominal', target: 8 } }, { badness: 0.5 })).toBeCloseTo(
      9,
      1,
    );
    expect(average({ distribution: share, indicator: { ...indicator, measure: 'share' } }, { badness: 0.9 })).toBeCloseTo(0.72, 2);
    expect(
      average({ distribution: share, indicator: { ...indicator, measure: 'share', direction: 'higher' } }, { badness: 0.9 }),
    ).toBeCloseTo(0.82, 2);
  });

  it('the problem multiplies, and values stay plausible and whole', () => {
    expect(average({ distribution: normal, indicator }, { problem: 3 })).toBeCloseTo(30, 1);
    expect(
      average({ distribution: { ...normal, mean: 23.2 }, indicator: { ...indicator, direction: 'nominal', target: 23 } }, { problem: 1.1 }),
    ).toBeCloseTo(25.52, 1);
    expect(average({ distribution: normal, indicator: { ...indicator, plausibleMax: 5 } })).toBe(5);
    const random = randomFrom('count');
    const counted = many(
      () =>
        drawValue({
          random,
          distribution: { kind: 'normal', mean: 1, sd: 3 },
          indicator: { ...indicator, measure: 'count' },
          conditions: plain,
        }),
      500,
    );
    expect(counted.every(({ value }) => Number.isInteger(value) && value >= 0)).toBe(true);
  });
});

describe('working time', () => {
  // New York sets its clocks back on 1 November 2026.
  const now = new Date('2026-11-10T15:00:00Z');
  const months = workingMonths(now, 'America/New_York');

  it('covers twelve full months and the current one, up to now', () => {
    expect(months.map((month) => month.month)).toEqual([
      '2025-11',
      '2025-12',
      ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
    ]);
    expect(months.map((month) => month.days.length)).toEqual([30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 10]);
    expect(months[0]?.passed).toBe(1);
    expect(months[12]?.passed).toBeCloseTo((9 * 9 + 1.5) / (30 * 9), 6);
  });

  it('spreads times in order, within working hours of the zone, never into the future', () => {
    const local = new Intl.DateTimeFormat('sv', { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' });
    for (const month of months) {
      const times = spreadTimes(randomFrom('times'), month, 61);
      expect(times).toHaveLength(61);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
      // The day of the change itself is an hour off at one end.
      const clock = times.map((time) => local.format(time));
      expect(clock.every((time) => time >= '07:30' && time <= '18:30')).toBe(true);
    }
  });
});
