import { addToBucket, bucketOf } from '@zhiheng/stats/histogram';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredOf, percentilesOf } from './measured.rules.ts';
import { addSums, type Sums } from './sums.rules.ts';

/** Sums of plain numbers, as the rollups keep them. */
function sumsOf(values: readonly number[]): Sums {
  const histogram = new Map<number, number>();
  for (const value of values) addToBucket(histogram, bucketOf(value), 1);
  const total = values.reduce((sum, value) => sum + value, 0);
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  return { n: values.length, nOk: 0, total, squares, low: Math.min(...values), high: Math.max(...values), histogram };
}

const form = { measure: 'number', unit: '1', decimals: 1, aggregate: 'mean' } as const;

describe('figures of a sample', () => {
  it.each([
    ['mean', 3],
    ['sum', 15],
    ['min', 1],
    ['max', 6],
    ['median', 2],
  ] as const)('%s', (aggregate, expected) => {
    // stored as tenths
    const { value } = measuredOf({ ...form, aggregate }, sumsOf([10, 20, 20, 40, 60]), 1);
    expect(Math.abs((value ?? 0) / expected - 1)).toBeLessThan(0.0101);
  });

  it('of a duration is in its unit, of a share in percent', () => {
    expect(measuredOf({ ...form, measure: 'duration', unit: 'h' }, sumsOf([3600, 7200]), 1).value).toBe(1.5);
    const yes = { n: 400, nOk: 300, total: 300, squares: 0, low: null, high: null, histogram: null };
    const share = measuredOf({ ...form, measure: 'share', unit: '%', aggregate: 'median' }, yes, 30);
    expect(share).toMatchObject({ value: 75, n: 400, sufficient: true });
    expect(share.interval?.map((x) => Number(x.toFixed(3)))).toEqual([70.532, 78.992]); // roots of (0.75 − t)² = 1.96² t(1 − t)/400
  });

  it('is sufficient from the minimum n on; counts and sums are whole as they are', () => {
    expect([29, 30].map((n) => measuredOf(form, sumsOf(Array.from({ length: n }, () => 1)), 30).sufficient)).toEqual([false, true]);
    expect(measuredOf({ ...form, measure: 'count', aggregate: 'sum' }, sumsOf([7]), 30)).toEqual({
      value: 7,
      n: 1,
      sufficient: true,
      interval: null,
    });
    expect(measuredOf({ ...form, aggregate: 'sum' }, sumsOf([70]), 30)).toMatchObject({ value: 7, sufficient: true });
  });

  it('of nothing is nothing', () => {
    const nothing = { value: null, n: 0, sufficient: false, interval: null };
    expect(measuredOf(form, null, 1)).toEqual(nothing);
    expect(measuredOf(form, { ...sumsOf([1]), n: 0 }, 1)).toEqual(nothing);
  });

  it('asks loudly for a histogram that was not read', () => {
    expect(() => measuredOf({ ...form, aggregate: 'p95' }, { ...sumsOf([1]), histogram: null }, 1)).toThrow(RangeError);
  });

  it('has an interval of a percentile only where its ranks lie inside the sample', () => {
    const interval = (aggregate: 'median' | 'p99', n: number) =>
      measuredOf({ ...form, aggregate }, sumsOf(Array.from({ length: n }, (_, i) => i + 1)), 1).interval;
    expect(interval('median', 3)).toBeNull();
    expect(interval('median', 30)).not.toBeNull();
    expect(interval('p99', 100)).toBeNull();
    expect(interval('p99', 1000)).not.toBeNull();
  });
});

describe('sums', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });

  it('of parts equal those of the whole, in any order', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (parts) => {
        const sorted = (sums: Sums | null) => sums && { ...sums, histogram: [...(sums.histogram ?? [])].sort((a, b) => a[0] - b[0]) };
        const whole = sorted(sumsOf(parts.flat()));
        expect(sorted(addSums(parts.map(sumsOf)))).toEqual(whole);
        expect(sorted(addSums(parts.toReversed().map(sumsOf)))).toEqual(whole);
      }),
    );
  });

  it('keep figures between the extremes', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('mean', 'median', 'p90', 'p95', 'p99', 'min', 'max'), (sample, aggregate) => {
        const { value } = measuredOf({ ...form, decimals: 0, aggregate }, sumsOf(sample), 1);
        expect(value).toBeGreaterThanOrEqual(Math.min(...sample) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...sample) + 1e-9);
      }),
    );
  });

  it('of nothing are nothing', () => expect(addSums([])).toBeNull());

  it('have no percentiles without a distribution', () => {
    expect(percentilesOf(form, { ...sumsOf([1]), histogram: null }, { p50: 0.5 })).toBeNull();
    expect(percentilesOf({ ...form, measure: 'share' }, sumsOf([1]), { p50: 0.5 })).toBeNull();
    expect(percentilesOf(form, null, { p50: 0.5 })).toBeNull();
    expect(percentilesOf(form, sumsOf([50]), { p50: 0.5 })).toEqual({ p50: 5 });
  });
});
