import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmRejections } from './holm.ts';

describe('holmRejections', () => {
  it('goes on while the next smallest passes its own share of alpha', () => {
    // 0.01 ≤ 0.05/3, then 0.03 > 0.05/2
    expect(holmRejections([0.01, 0.04, 0.03], 0.05)).toEqual([true, false, false]);
    // 0.01 ≤ 0.05/3, 0.02 ≤ 0.05/2, 0.04 ≤ 0.05
    expect(holmRejections([0.04, 0.02, 0.01], 0.05)).toEqual([true, true, true]);
    expect(holmRejections([], 0.05)).toEqual([]);
  });

  it('refuses what is no probability', () => expect(() => holmRejections([1.1], 0.05)).toThrow(RangeError));

  it('rejects at least what Bonferroni rejects, and nothing that alone would stand', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (probabilities) => {
        const rejected = holmRejections(probabilities, 0.05);
        return probabilities.every((p, i) => (p <= 0.05 / probabilities.length ? rejected[i] : true) && (p > 0.05 ? !rejected[i] : true));
      }),
    );
  });
});
