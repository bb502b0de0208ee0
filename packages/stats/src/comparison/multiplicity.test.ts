import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochbergAdjusted, benjaminiYekutieliAdjusted, bonferroniAdjusted, holmAdjusted, holmRejections } from './index.ts';
import { expectClose } from './expect-close.testing.ts';

const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

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
      fc.property(family, (probabilities) => {
        const rejected = holmRejections(probabilities, 0.05);
        return probabilities.every((p, i) => (p <= 0.05 / probabilities.length ? rejected[i] : true) && (p > 0.05 ? !rejected[i] : true));
      }),
    );
  });
});

describe('adjusted probabilities', () => {
  // The fifteen tests of Benjamini, Hochberg (1995), section 4.1; adjusted values from scipy 1.17.1, stats.false_discovery_control
  const tests = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  it('after Benjamini and Hochberg: the paper rejects four at 0.05', () => {
    const adjusted = benjaminiHochbergAdjusted(tests);
    expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
    expectClose(adjusted.slice(0, 9), [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765]);
  });
  it('after Benjamini and Yekutieli', () => {
    const adjusted = benjaminiYekutieliAdjusted(tests);
    expectClose(adjusted.slice(0, 4), [0.004977343489843491, 0.009954686979686982, 0.03152317543567544, 0.11821190788378289]);
    expect(adjusted.at(-1)).toBe(1);
  });
  it('after Bonferroni and Holm: the paper rejects three at 0.05', () => {
    expect(bonferroniAdjusted(tests).filter((p) => p <= 0.05)).toHaveLength(3);
    expect(holmAdjusted(tests).filter((p) => p <= 0.05)).toHaveLength(3);
  });
  it('keep the order of the probabilities, and are ordered among themselves', () => {
    fc.assert(
      fc.property(family, (probabilities) => {
        const [bonferroni, holm, hochberg, yekutieli] = [
          bonferroniAdjusted(probabilities),
          holmAdjusted(probabilities),
          benjaminiHochbergAdjusted(probabilities),
          benjaminiYekutieliAdjusted(probabilities),
        ];
        for (const [i, p] of probabilities.entries()) {
          expect(p).toBeLessThanOrEqual(hochberg[i]! * (1 + 1e-12));
          expect(hochberg[i]!).toBeLessThanOrEqual(Math.min(holm[i]!, yekutieli[i]!) * (1 + 1e-12));
          expect(holm[i]!).toBeLessThanOrEqual(bonferroni[i]! * (1 + 1e-12));
          expect(bonferroni[i]!).toBeLessThanOrEqual(1);
          for (const [j, q] of probabilities.entries()) if (p <= q) expect(hochberg[i]!).toBeLessThanOrEqual(hochberg[j]! * (1 + 1e-12));
        }
      }),
      { numRuns: 50 },
    );
  });
  it('of Holm decide as its rejections do', () => {
    fc.assert(
      fc.property(family, (probabilities) => {
        expect(holmAdjusted(probabilities).map((p) => p <= 0.05)).toEqual(holmRejections(probabilities, 0.05));
      }),
      { numRuns: 100 },
    );
  });
  it('of nothing are nothing', () => expect(benjaminiHochbergAdjusted([])).toEqual([]));
});
