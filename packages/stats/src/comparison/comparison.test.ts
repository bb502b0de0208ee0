import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmRejections, normalTail } from '../index.ts';

describe('normalTail', () => {
  // R 4.2.2: pnorm(z, lower.tail = FALSE)
  it.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316300933],
    [6, 9.865876450376946e-10],
    [-1, 0.8413447460685429],
  ])('%d', (z, expected) => expect(Math.abs(normalTail(z) / expected - 1)).toBeLessThan(2e-7));

  it('is mirrored around zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        (z) => Math.abs(normalTail(z) + normalTail(-z) - 1) < 1e-12 || Math.abs(z) < 1e-6,
      ),
    );
  });
});

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
