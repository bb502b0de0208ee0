import { describe, expect, it } from 'vitest';
import { momentsOf } from '../moments/index.ts';
import { normalDeviate, seededRandom } from '../random/index.ts';
import { meanInterval, weightedMean } from './index.ts';

const random = seededRandom(11);
const values = Array.from({ length: 300 }, () => 5 + normalDeviate(random));
const weights = values.map((value) => (value > 5 ? 0.5 : 1.5) + random());

describe('a weighted mean', () => {
  it('with equal weights is the mean with the interval of Student', () => {
    const found = weightedMean(values, Array<number>(300).fill(3));
    if (found.kind !== 'weighted-mean') throw new Error(found.kind);
    const [low, high] = meanInterval(momentsOf(values)) ?? [NaN, NaN];
    expect(found.interval[0]).toBeCloseTo(low, 10);
    expect(found.interval[1]).toBeCloseTo(high, 10);
  });
  // The jackknife leaves out one person after the other: (n − 1)/n · Σ(x̄₍ᵢ₎ − x̄)², another way to the same error.
  it('has the standard error of the jackknife', () => {
    const without = (i: number) => values.flatMap((value, at) => (at === i ? [] : [[value, weights[at]!] as const]));
    const meanOf = (people: readonly (readonly [number, number])[]) =>
      people.reduce((sum, [value, weight]) => sum + value * weight, 0) / people.reduce((sum, [, weight]) => sum + weight, 0);
    const means = values.map((_, i) => meanOf(without(i)));
    const centre = means.reduce((sum, each) => sum + each, 0) / 300;
    const jackknife = Math.sqrt((299 / 300) * means.reduce((sum, each) => sum + (each - centre) ** 2, 0));
    const found = weightedMean(values, weights);
    if (found.kind !== 'weighted-mean') throw new Error(found.kind);
    expect(found.standardError / jackknife).toBeCloseTo(1, 2);
  });
  it('needs two people and weights that count', () => {
    expect(weightedMean([1], [1])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => weightedMean([1, 2], [0, 0])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1, -1])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
  });
});
