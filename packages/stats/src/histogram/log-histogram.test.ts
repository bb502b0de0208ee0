import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramSeparator, sumEncoded } from './sum-encoded.ts';
import { addEncoded, addHistogram, addToBucket, bucketOf, decodeHistogram, encodeHistogram, quantiles } from './log-histogram.ts';

const build = (values: readonly number[]): Map<number, number> => {
  const histogram = new Map<number, number>();
  for (const value of values) addToBucket(histogram, bucketOf(value), 1);
  return histogram;
};
const value = fc.oneof(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }));

describe('log histogram', () => {
  it('finds any quantile within 1 % of the value at its rank, of either sign', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), fc.double({ min: 0.001, max: 1, noNaN: true }), (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const truth = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? NaN;
        const [found] = quantiles(build(values), [share]);
        expect(Math.abs((found ?? NaN) - truth)).toBeLessThanOrEqual(0.010_001 * Math.abs(truth));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('is the same however the data were split, and survives its bytes', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (left, right) => {
        const sum = build(left);
        addHistogram(sum, build(right));
        const bytes = new Map<number, number>();
        addEncoded(bytes, encodeHistogram(build(right)));
        addEncoded(bytes, encodeHistogram(build(left)));
        expect(sum).toEqual(build([...left, ...right]));
        expect(new Map([...bytes].sort())).toEqual(new Map([...sum].sort()));
      }),
      { seed: 2 },
    );
  });

  it('forgets what is subtracted', () => {
    const histogram = build([5, 7, 7]);
    addToBucket(histogram, bucketOf(7), -2);
    expect(histogram).toEqual(build([5]));
    expect(decodeHistogram(encodeHistogram(new Map([[3, -2]])))).toEqual(new Map([[3, -2]]));
  });

  it('has no quantile when empty, stays inside known extremes, and refuses cut-off bytes', () => {
    expect(quantiles(new Map(), [0.5])).toEqual([null]);
    expect(quantiles(build([100]), [0.5], [100, 100])).toEqual([100]);
    expect(() => decodeHistogram(Uint8Array.of(200))).toThrow(RangeError);
  });

  it('runs its examples', () => {
    expect(bucketOf(0)).toBe(0);
    expect(bucketOf(-1)).toBe(-bucketOf(1));
  });
});

describe('sumEncoded', () => {
  const joined = (parts: readonly ReadonlyMap<number, number>[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part, index) => [...(index === 0 ? [] : histogramSeparator), ...encodeHistogram(part)]));

  it('adds joined histograms as merging them one by one does, deltas that subtract included', () => {
    const histogram = fc.array(value, { maxLength: 30 }).map(build);
    fc.assert(
      fc.property(fc.array(histogram, { maxLength: 6 }), histogram, (parts, gone) => {
        const minus = new Map([...gone].map(([bucket, count]) => [bucket, -count]));
        const all = [...parts, gone, minus];
        const merged = new Map<number, number>();
        for (const part of all) addHistogram(merged, part);
        expect([...sumEncoded(joined(all))]).toEqual([...merged].sort((a, b) => a[0] - b[0]));
      }),
    );
  });

  it('reads no bytes as the empty histogram, and refuses broken ones', () => {
    expect(sumEncoded(new Uint8Array()).size).toBe(0);
    expect(() => sumEncoded(Uint8Array.of(2, 128))).toThrow(RangeError);
    expect(() => sumEncoded(encodeHistogram(new Map([[5000, 1]])))).toThrow(RangeError);
  });

  it('reaches every integer', () => {
    for (const extreme of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])
      expect([...sumEncoded(encodeHistogram(build([extreme])))]).toHaveLength(1);
  });
});
