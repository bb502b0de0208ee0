import { describe, expect, it } from 'vitest';
import { normalDeviate } from '../random/normal-deviate.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { bootstrapPaths, type PathModel } from './index.ts';

const model: PathModel = {
  latents: [
    { name: 'quality', indicators: [0] },
    { name: 'satisfaction', indicators: [1] },
  ],
  paths: [{ from: 'quality', to: 'satisfaction' }],
};
const options = { scale: { low: -5, high: 5 }, seed: 5, resamples: 400 };

describe('bootstrap of a path model', () => {
  const random = seededRandom(2);
  const rows = Array.from({ length: 400 }, () => {
    const common = normalDeviate(random);
    return [common + normalDeviate(random), common + normalDeviate(random)];
  });
  // One indicator each: the effect is the correlation, whose interval Fisher's transformation gives: tanh(artanh r ± 1.96/√(n − 3)).
  it('agrees with the interval of a correlation where theory has one', () => {
    const found = bootstrapPaths(rows, model, options);
    if (found.kind !== 'path-intervals') throw new Error(found.kind);
    expect(found.method).toMatchObject({ resamples: 400, failed: 0, seed: 5 });
    for (const { estimate, interval } of found.paths) {
      const half = 1.959964 / Math.sqrt(397);
      expect(Math.abs(interval[0] - Math.tanh(Math.atanh(estimate) - half))).toBeLessThan(0.015);
      expect(Math.abs(interval[1] - Math.tanh(Math.atanh(estimate) + half))).toBeLessThan(0.015);
    }
  });
  // The index is 10 · mean + 50, the variance of an item is 2: the half width is 1.96 · 10 · √(2/400).
  it('agrees with the interval of a mean for the index', () => {
    const found = bootstrapPaths(rows, model, options);
    if (found.kind !== 'path-intervals') throw new Error(found.kind);
    for (const { interval } of found.indexes)
      expect((interval?.[1] ?? NaN) - (interval?.[0] ?? NaN)).toBeCloseTo(2 * 1.96 * 10 * Math.sqrt(2 / 400), 0);
  });
  // The second item varies by one row of ten only: 0.9¹⁰ = 35 % of the resamples miss it, 139 of 400 with a standard deviation of 10.
  it('counts resamples without a solution', () => {
    const rare = [...Array<number[]>(8).fill([1, 2]), [3, 4], [4, 2]];
    const found = bootstrapPaths(rare, model, options);
    if (found.kind !== 'path-intervals') throw new Error(found.kind);
    expect(Math.abs(found.method.failed - 139)).toBeLessThan(40);
    expect(found.method.resamples + found.method.failed).toBe(400);
  });
  it('the same seed gives the same intervals', () => {
    const few = (seed: number) => bootstrapPaths(rows.slice(0, 30), model, { ...options, seed, resamples: 20 });
    expect(few(5)).toEqual(few(5));
    expect(few(6)).not.toEqual(few(5));
  });
  it('refuses too few resamples and no confidence', () => {
    expect(() => bootstrapPaths([], model, { ...options, resamples: 1 })).toThrow(RangeError);
    expect(() => bootstrapPaths([], model, { ...options, confidence: 1 })).toThrow(RangeError);
  });
});
