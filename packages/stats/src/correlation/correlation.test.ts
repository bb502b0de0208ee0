import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import {
  crossTable,
  everyPair,
  kendall,
  kendallFromCounts,
  midRanks,
  pearson,
  pearsonFromMoments,
  spearman,
  spearmanFromCounts,
} from './index.ts';

// Ties in both variables. Figures: Python 3.11, scipy 1.17.1: pearsonr, spearmanr, kendalltau(method="asymptotic"); intervals from the formulas with numpy.
const x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
const y = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5];

describe('correlation of two variables', () => {
  it("Pearson's, with Student's test and Fisher's interval", () => {
    const found = pearson(x, y);
    expect(found).toMatchObject({ kind: 'pearson', n: 12, df: 10, confidence: 0.95 });
    expect(found).toMatchObject({
      r: expect.closeTo(0.09979900759721554, 12),
      t: expect.closeTo(0.31717563444605695, 12),
      p: expect.closeTo(0.7576332870187424, 12),
      interval: [expect.closeTo(-0.5029064836354723, 12), expect.closeTo(0.6372048374428626, 12)],
    });
  });
  it("Spearman's, with mid-ranks", () =>
    expect(spearman(x, y)).toMatchObject({
      rho: expect.closeTo(0.1415796863640157, 12),
      p: expect.closeTo(0.6607268292868227, 12),
      interval: [expect.closeTo(-0.473094659846, 11), expect.closeTo(0.663546920476, 11)],
    }));
  it("Kendall's, with the variance that ties leave", () =>
    expect(kendall(x, y)).toMatchObject({
      tau: expect.closeTo(0.17109647770728875, 12),
      z: expect.closeTo(0.7171464792517546, 12),
      p: expect.closeTo(0.4732837191521063, 12),
      interval: [expect.closeTo(-0.277790884367, 11), expect.closeTo(0.558656910993, 11)],
    }));
  // Kendall (1970), Rank Correlation Methods, section 1.9: two rankings of ten, 45 pairs, S = 5.
  it('Kendall of two rankings without ties', () =>
    expect(kendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [4, 7, 2, 10, 3, 6, 8, 1, 5, 9])).toMatchObject({
      s: 5,
      tau: expect.closeTo(5 / 45, 12),
    }));
});

describe('edges', () => {
  const measures = { pearson, spearman, kendall };
  it.each(Object.entries(measures))('%s of fewer than three, of a constant, of a straight line', (_, measure) => {
    expect(measure([], [])).toEqual({ kind: 'insufficient', n: 0, needed: 3 });
    expect(measure([1, 2], [3, 4])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(measure([1, 2, 3], [7, 7, 7])).toEqual({ kind: 'undetermined', n: 3, reason: 'constant', columns: [1] });
    expect(measure([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])).toMatchObject({ interval: [expect.closeTo(1, 12), expect.closeTo(1, 12)] });
    expect(JSON.stringify(measure([1, 2, 3], [3, 2, 1]))).not.toContain('NaN');
  });
  it.each(Object.entries(measures))('%s refuses NaN, infinities and unequal lengths', (_, measure) => {
    expect(() => measure([1, 2, NaN], [1, 2, 3])).toThrow(RangeError);
    expect(() => measure([1, 2, 3], [1, 2, Infinity])).toThrow(RangeError);
    expect(() => measure([1, 2, 3], [1, 2])).toThrow(RangeError);
  });
  it('a perfect correlation has no finite t, and p is 0', () =>
    expect(pearson([1, 2, 3], [6, 4, 2])).toMatchObject({ r: -1, t: null, p: 0, interval: null }));
  it('tables of counts must be rectangular, whole and not negative', () => {
    expect(() => kendallFromCounts([[1, 2], [3]])).toThrow(RangeError);
    expect(() => spearmanFromCounts([[1, -2]])).toThrow(RangeError);
    expect(() => spearmanFromCounts([[0.5, 2]])).toThrow(RangeError);
    expect(kendallFromCounts([])).toEqual({ kind: 'insufficient', n: 0, needed: 3 });
  });
  it('every pair once, in order', () =>
    expect(
      everyPair(4, (i, j) => `${i}${j}`)
        .map(({ value }) => value)
        .join(),
    ).toBe('01,02,03,12,13,23'));
});

const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 40 });

describe('invariants', () => {
  it('counts give what rows give', () =>
    fc.assert(
      fc.property(answers, (pairs) => {
        const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        const { counts } = crossTable(a, b);
        expectSame(kendallFromCounts(counts), kendall(a, b));
        expectSame(spearmanFromCounts(counts), spearman(a, b));
      }),
      { seed: 22, numRuns: 100 },
    ));
  it('split anywhere and added, moments give what rows give', () =>
    fc.assert(
      fc.property(answers, fc.nat(40), (pairs, cut) => {
        const parts = addCrossMoments(crossMomentsOf(pairs.slice(0, cut)), crossMomentsOf(pairs.slice(cut)));
        expectSame(pearsonFromMoments(parts), pearsonFromMoments(crossMomentsOf(pairs)));
      }),
      { seed: 22, numRuns: 100 },
    ));
  it('only order counts for ranks; turning a variable turns the sign', () =>
    fc.assert(
      fc.property(answers, (pairs) => {
        const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
        for (const measure of [kendall, spearman]) {
          expectSame(
            measure(
              a.map((value) => value ** 3 - 100),
              b,
            ),
            measure(a, b),
          );
          expectSame(measure(b, a), measure(a, b), 'columns');
        }
        const [own, turned] = [
          kendall(a, b),
          kendall(
            a,
            b.map((value) => -value),
          ),
        ];
        if (own.kind === 'kendall' && turned.kind === 'kendall') expect(turned.tau).toBeCloseTo(-own.tau, 12);
      }),
      { seed: 22, numRuns: 50 },
    ));
  it('mid-ranks sum to n(n + 1)/2', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const total = midRanks(values).reduce((sum, rank) => sum + rank, 0);
        expect(total).toBe((values.length * (values.length + 1)) / 2);
      }),
    ));
});

/** Equal up to rounding; `columns` names of a constant variable may be left out. */
function expectSame(found: object, wanted: object, except = ''): void {
  const keep = (outcome: object) => Object.entries(outcome).filter(([key]) => key !== except);
  const close = (value: unknown): unknown => {
    if (typeof value === 'number') return expect.closeTo(value, 9);
    return Array.isArray(value) ? value.map(close) : value;
  };
  expect(Object.fromEntries(keep(found))).toEqual(Object.fromEntries(keep(wanted).map(([key, value]) => [key, close(value)])));
}
