import { describe, expect, it } from 'vitest';
import { fisherScoring } from './fisher-scoring.ts';

/** Exponential lifetimes in the logarithm of their mean: the maximum lies at ln of the sample mean. */
const lifetimes = [2, 3, 7];
const exponential = ([log = 0]: readonly number[]) => {
  const scaled = lifetimes.reduce((sum, value) => sum + value, 0) / Math.exp(log);
  return { value: -3 * log - scaled, gradient: [scaled - 3], information: [[3]], observed: [[scaled]] };
};

describe('Fisher scoring', () => {
  it('climbs to the maximum likelihood estimate from far away', () => {
    for (const start of [-3, 0, 1, 9]) expect(fisherScoring(exponential, [start])?.parameters[0]).toBeCloseTo(Math.log(4), 10);
  });
  it('takes fewer steps by the observed information', () => {
    const expected = fisherScoring((at) => ({ ...exponential(at), observed: [[-1]] }), [1]);
    const observed = fisherScoring(exponential, [1]);
    expect(observed?.parameters[0]).toBeCloseTo(expected?.parameters[0] ?? NaN, 10);
    expect(observed?.steps).toBeLessThanOrEqual(5);
  });
  it('stays where parameters are possible', () => {
    const share = ([p = 0]: readonly number[]) =>
      p <= 0 || p >= 1
        ? null
        : { value: 9 * Math.log(p) + Math.log(1 - p), gradient: [9 / p - 1 / (1 - p)], information: [[10 / (p * (1 - p)) / 1.5]] };
    expect(fisherScoring(share, [0.5])?.parameters[0]).toBeCloseTo(0.9, 8);
    expect(fisherScoring(share, [1.5])).toBeNull();
  });
  it('ends without an answer where there is none', () => {
    const rising = ([x = 0]: readonly number[]) => ({ value: x, gradient: [1], information: [[1]] });
    expect(fisherScoring(rising, [0])).toBeNull();
    expect(fisherScoring((at) => ({ ...rising(at), information: [[0]] }), [0])).toBeNull();
  });
});
