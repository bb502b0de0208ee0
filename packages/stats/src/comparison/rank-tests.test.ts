import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kruskalWallisFromCounts, kruskalWallisTest, mannWhitneyFromCounts, mannWhitneyTest, wilcoxonSignedRankTest } from './index.ts';
import { expectClose } from './expect-close.testing.ts';

const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5];
// Hollander, Wolfe (1973), Nonparametric Statistical Methods, 69 f. and 29 f., as in the examples of R's wilcox.test
const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const weeks = [1.15, 0.88, 0.9, 0.74, 1.21];
const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

describe('Mann–Whitney', () => {
  // scipy 1.17.1: stats.mannwhitneyu
  it('agrees with scipy, with and without continuity correction', () => {
    expectClose(mannWhitneyTest(a, b), { n: 29, u: 44.5, p: 0.00879541116587216, pWithoutContinuity: 0.008248179906334458 });
  });
  // R: W = 35, one-sided p = 0.1272; scipy: method='exact'
  it('counts exactly when there are few', () => expectClose(mannWhitneyTest(term, weeks), { u: 35, exactP: 0.2544122544122544 }));
  // scipy 1.17.1: roots of Newcombe's equation by optimize.brentq
  it('tells the chance of the larger value with its interval', () => {
    expectClose(mannWhitneyTest(term, weeks), { superiority: 0.7, interval: [0.3892777832682292, 0.8889645483073068] });
  });
  it('counts exactly with ties: all divisions of the same values', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 2, maxLength: 9 }), fc.nat(6), (values, cut) => {
        const size = 1 + (cut % (values.length - 1));
        const found = mannWhitneyTest(values.slice(0, size), values.slice(size));
        expectClose(found, new Set(values).size === 1 ? { kind: 'undetermined' } : { exactP: shareAsFar(values, size) });
      }),
      { numRuns: 60 },
    );
  });
  it('has an interval at both ends, within 0 and 1', () => {
    for (const [low, high] of [
      [
        [1, 2, 3],
        [4, 5, 6, 7],
      ],
      [
        [4, 5, 6, 7],
        [1, 2, 3],
      ],
    ] as const) {
      const found = mannWhitneyTest(low, high);
      if (found.kind !== 'mann-whitney-test') throw new Error('undetermined');
      expect(found.interval[0]).toBeLessThanOrEqual(found.superiority);
      expect(found.interval[1]).toBeGreaterThanOrEqual(found.superiority);
      expect(found.interval[1] - found.interval[0]).toBeGreaterThan(0.2);
    }
  });
  it('sums to the number of pairs when the samples change places', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2 }), fc.array(fc.nat(9), { minLength: 2 }), (x, y) => {
        const [one, other] = [mannWhitneyTest(x, y), mannWhitneyTest(y, x)];
        if (one.kind !== 'mann-whitney-test' || other.kind !== 'mann-whitney-test') return;
        expect(one.u + other.u).toBeCloseTo(x.length * y.length, 9);
        expectClose(other, { p: one.p, interval: [1 - one.interval[1], 1 - one.interval[0]] }, 1e-9);
      }),
      { numRuns: 50 },
    );
  });
  it('refuses counts that are none, and says when there is nothing to rank', () => {
    expect(() => mannWhitneyFromCounts([1, 2], [1])).toThrow(RangeError);
    expect(() => mannWhitneyFromCounts([1.5], [1])).toThrow(RangeError);
    expect(() => mannWhitneyTest([Infinity], [1])).toThrow(RangeError);
    expect(mannWhitneyTest([], [1])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(mannWhitneyTest([2, 2], [2])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
  });
});

/** Share of all choices of `size` values whose rank sum lies at least as far from its mean: counted one by one. */
function shareAsFar(values: readonly number[], size: number): number {
  const rank = (value: number) =>
    values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2;
  const mean = (size * (values.length + 1)) / 2;
  const distance = (chosen: readonly number[]) => Math.abs(chosen.reduce((sum, value) => sum + rank(value), 0) - mean);
  const found = distance(values.slice(0, size));
  const all = choices(values, size);
  return all.filter((chosen) => distance(chosen) >= found).length / all.length;
}

function choices(values: readonly number[], size: number): number[][] {
  const [head, ...tail] = values;
  if (size === 0) return [[]];
  if (head === undefined) return [];
  return [...choices(tail, size - 1).map((rest) => [head, ...rest]), ...choices(tail, size)];
}

describe('Wilcoxon signed ranks', () => {
  // R: V = 40, one-sided p = 0.01953; scipy: stats.wilcoxon, method='exact'
  it('counts exactly when there are few', () => expectClose(wilcoxonSignedRankTest(first, second), { n: 9, v: 40, exactP: 0.0390625 }));
  // scipy 1.17.1: stats.wilcoxon, method='approx'; one pair is equal and dropped, others tie
  it('drops zeros and corrects for ties', () => {
    const x = [125, 115, 130, 140, 140, 115, 140, 125, 140, 135];
    const y = [110, 122, 125, 120, 140, 124, 123, 137, 135, 145];
    expectClose(wilcoxonSignedRankTest(x, y), {
      n: 10,
      nonZero: 9,
      v: 27,
      p: 0.6352893188352069,
      pWithoutContinuity: 0.5936305914425295,
    });
  });
  it('gives the rank sums of both directions together n (n + 1) / 2', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 60 }), (pairs) => {
        const [x, y] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const [one, other] = [wilcoxonSignedRankTest(x, y), wilcoxonSignedRankTest(y, x)];
        if (one.kind !== 'wilcoxon-signed-rank-test' || other.kind !== 'wilcoxon-signed-rank-test') return;
        expect(one.v + other.v).toBe((one.nonZero * (one.nonZero + 1)) / 2);
        expectClose(other, { p: one.p, exactP: one.exactP, rankBiserial: -one.rankBiserial });
        expect(one.exactP === null).toBe(one.nonZero > 50);
      }),
      { numRuns: 50 },
    );
  });
  it('says when no pair differs', () => {
    expect(wilcoxonSignedRankTest([1, 2], [1, 2])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(wilcoxonSignedRankTest([], [])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });
});

describe('Kruskal–Wallis', () => {
  // scipy 1.17.1: stats.kruskal
  it('agrees with scipy, ties corrected', () => {
    const groups = [
      [1, 2, 2, 3, 5],
      [2, 4, 4, 5],
      [3, 3, 5, 6, 7, 7],
    ];
    expectClose(kruskalWallisTest(groups), { n: 15, df: 2, statistic: 5.108547008547005, p: 0.07774869564967354 });
    expectClose(kruskalWallisTest([...groups, []]), { df: 2, statistic: 5.108547008547005 });
  });
  it('is the squared z of Mann–Whitney for two groups', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2 }), fc.array(fc.nat(9), { minLength: 2 }), (x, y) => {
        const [rank, both] = [mannWhitneyTest(x, y), kruskalWallisTest([x, y])];
        if (rank.kind !== 'mann-whitney-test') return;
        expectClose(both, { p: rank.pWithoutContinuity }, 1e-9);
      }),
      { numRuns: 50 },
    );
  });
  it('gives the same from counts that were added up', () => {
    const counts = fc.array(fc.nat(9), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, counts, counts, (a1, a2, b1, b2) => {
        const add = (x: number[], y: number[]) => x.map((count, level) => count + y[level]!);
        const values = (x: number[]) => x.flatMap((count, level) => Array<number>(count).fill(10 * level));
        const groups = [add(a1, a2), add(b1, b2)] as const;
        expectClose(
          kruskalWallisFromCounts(groups),
          kruskalWallisTest([
            [...values(a1), ...values(a2)],
            [...values(b1), ...values(b2)],
          ]),
        );
        expectClose(mannWhitneyFromCounts(...groups), mannWhitneyTest([...values(a1), ...values(a2)], [...values(b1), ...values(b2)]));
      }),
      { numRuns: 50 },
    );
  });
});
