import { describe, expect, it } from 'vitest';
import { normalDeviate } from './normal-deviate.ts';
import { seededRandom, xoshiro128 } from './seeded-random.ts';

describe('seeded random numbers', () => {
  // The recurrence of Blackman and Vigna, computed with Python's integers.
  it('are those of xoshiro128**', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 6 }, () => next())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });
  it('repeat with the seed and differ between seeds', () => {
    const first = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
    expect(first(42)).toEqual(first(42));
    const seeds = [0, 1, -1, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
    expect(new Set(seeds.map((seed) => first(seed)[0])).size).toBe(seeds.length);
    expect(() => seededRandom(0.5)).toThrow(RangeError);
  });
  it('fill [0, 1) evenly', () => {
    const random = seededRandom(7);
    const counts = Array<number>(20).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(random() * 20)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    // χ² with 19 degrees of freedom: 99.9 % point 43.82 (Abramowitz, Stegun, table 26.8).
    expect(chiSquare).toBeLessThan(43.82);
  });
  it('become normal ones: mean, variance, skewness, kurtosis within four standard errors', () => {
    const random = seededRandom(8);
    const n = 100_000;
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const z = normalDeviate(random);
      sums.forEach((_, power) => (sums[power]! += z ** (power + 1)));
    }
    // Variances of z, z², z³, z⁴: 1, 2, 15, 96.
    [0, 1, 0, 3].forEach((moment, i) => expect(Math.abs(sums[i]! / n - moment)).toBeLessThan(4 * Math.sqrt([1, 2, 15, 96][i]! / n)));
  });
});
