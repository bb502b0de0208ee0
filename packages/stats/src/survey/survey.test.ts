import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCountsOf, customerEffortScore } from './customer-effort-score.ts';
import { kanoCategory, kanoCoefficients, kanoCountsOf, kanoFeature, kanoTieOrder } from './kano.ts';
import { netPromoterScore, promoterCountsOf, type NetPromoterScore } from './net-promoter-score.ts';
import { satisfactionIndex, satisfactionIndexFromMoments } from './satisfaction-index.ts';
import { addPairwiseMoments, pairwiseMomentsOf } from '../moments/pairwise-moments.ts';
import { topBoxShare, topBoxShareOf } from './top-box.ts';

const close = (value: number, digits = 9) => expect.closeTo(value, digits) as number;
const count = fc.integer({ min: 0, max: 40 });

describe('net promoter score', () => {
  const of = (promoters: number, passives: number, detractors: number) =>
    netPromoterScore({ promoters, passives, detractors }) as NetPromoterScore;

  // The likelihood under the null maximised and the limits searched numerically: Python, scipy 1.17.1 (minimize_scalar, brentq).
  it.each([
    [70, 20, 10, 45.21665201, 71.27679052],
    [12, 36, 2, 6.11124064, 34.47087474],
    [1, 1, 1, -69.24047, 69.24047],
    [3, 17, 0, -3.52939333, 36.04188642],
    [0, 5, 0, -43.4482473, 43.4482473],
    [5, 0, 0, 13.103508, 100],
  ])('has the score interval of %d promoters, %d passives, %d detractors', (promoters, passives, detractors, low, high) => {
    const [a, b] = of(promoters, passives, detractors).interval;
    expect(a).toBeCloseTo(low, 3);
    expect(b).toBeCloseTo(high, 3);
  });

  it('has intervals that contain it, stay within −100..100, and mirror when promoters and detractors change places', () => {
    fc.assert(
      fc.property(count, count, count, (a, b, c) => {
        fc.pre(a + b + c > 0);
        const [{ score, interval }, mirrored] = [of(a, b, c), of(c, b, a)];
        expect(interval[0] >= -100 && interval[1] <= 100).toBe(true);
        expect(interval[0] <= score + 1e-6 && interval[1] >= score - 1e-6).toBe(true);
        expect(interval[0]).toBeCloseTo(-mirrored.interval[1], 5);
      }),
    );
  });

  it('divides by n or by n − 1, and says which', () => {
    expect(of(70, 20, 10)).toMatchObject({
      variance: close(0.44),
      standardError: close(6.6332495807),
      sampleStandardError: close(6.6666666667),
    });
    expect(of(0, 0, 1).sampleStandardError).toBeNull();
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => of(-1, 0, 2)).toThrow(RangeError);
  });

  it('counts answers by their thresholds', () => {
    expect(promoterCountsOf([1, 2, 3, 4, 5], { promoterMin: 5, passiveMin: 4 })).toEqual({ promoters: 1, passives: 1, detractors: 3 });
    expect(() => promoterCountsOf([NaN])).toThrow(RangeError);
    expect(() => promoterCountsOf([1], { promoterMin: 4, passiveMin: 5 })).toThrow(RangeError);
  });
});

describe('top-box share', () => {
  it('has every interval and shows Wilson’s', () => {
    const found = topBoxShareOf([5, 4, 3, 2, 1, 4], { topBoxMin: 4 });
    expect(found).toMatchObject({ n: 6, top: 3, share: 0.5 });
    expect(found.kind === 'top-box-share' && found.interval).toEqual(found.kind === 'top-box-share' && found.intervals.wilson);
  });
  it('of nobody is insufficient, and of more than all refused', () => {
    expect(topBoxShare({ top: 0, n: 0 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => topBoxShare({ top: 3, n: 2 })).toThrow(RangeError);
  });
});

describe('customer effort score', () => {
  // By hand: 1·3 + 1·4 + 2·5 + 4·6 + 2·7 = 55 of 10 answers; 8 of 10 from 5 on. Interval of the mean: scipy t.interval(.95, 9, 5.5, sem).
  it('is mean agreement and the share of easy answers', () => {
    const found = customerEffortScore([0, 0, 1, 1, 2, 4, 2]);
    expect(found).toMatchObject({ n: 10, mean: 5.5, easyShare: 0.8, method: { levels: 7, easyMin: 5 } });
    expect(found.kind === 'customer-effort-score' && found.meanInterval).toEqual([close(4.592000685735766), close(6.407999314264234)]);
  });
  it('adds up: counts of parts are counts of the whole', () => {
    const [a, b] = [answerCountsOf([1, 7, 3]), answerCountsOf([7, 7, 2])];
    expect(a.map((value, i) => value + b[i]!)).toEqual(answerCountsOf([1, 7, 3, 7, 7, 2]));
    expect(() => answerCountsOf([0])).toThrow(RangeError);
    expect(() => answerCountsOf([2.5])).toThrow(RangeError);
    expect(customerEffortScore([0, 0], { easyMin: 1 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });
});

describe('satisfaction index', () => {
  const rows = [
    [1, 5, 3],
    [2, 4, 4],
    [5, 5, 3],
    [3, 2, 4],
    [4, 3, 1],
  ];
  // Each person's own index, its mean and normal interval: Python, numpy 2.4.6 and scipy 1.17.1.
  it('of complete answers is the mean of the persons’ indexes, with its interval', () => {
    const found = satisfactionIndex(rows, { scale: [1, 5], weights: [2, 3, 5] });
    expect(found).toMatchObject({
      n: 5,
      index: close(56),
      interval: [close(41.33297255886964), close(70.66702744113036)],
      weights: [0.2, 0.3, 0.5],
    });
  });
  it('loses only the skipped item', () => {
    const found = satisfactionIndex(
      [
        [1, null],
        [3, 5],
        [5, null],
      ],
      { scale: [1, 5] },
    );
    expect(found).toMatchObject({ n: 1, itemMeans: [3, 5], itemCounts: [3, 1], index: 75, percentOfMaximum: 80, interval: null });
  });
  it('adds up over any split', () => {
    const part = (some: typeof rows) => pairwiseMomentsOf(some, { items: 3, origin: [3, 3, 3] });
    const options = { scale: [1, 5], weights: [2, 3, 5] } as const;
    expect(satisfactionIndexFromMoments(addPairwiseMoments(part(rows.slice(0, 2)), part(rows.slice(2))), options)).toEqual(
      satisfactionIndex(rows, options),
    );
  });
  it('refuses strange weights and scales, and asks for answers', () => {
    expect(() => satisfactionIndex(rows, { scale: [1, 5], weights: [1, -1, 1] })).toThrow(RangeError);
    expect(() => satisfactionIndex(rows, { scale: [1, 5], weights: [0, 0, 0] })).toThrow(RangeError);
    expect(() => satisfactionIndex(rows, { scale: [1, 5], weights: [1] })).toThrow(RangeError);
    expect(() => satisfactionIndex(rows, { scale: [5, 5] })).toThrow(RangeError);
    expect(satisfactionIndex([[null, 1]], { scale: [1, 5] })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(satisfactionIndex([], { scale: [1, 5] })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });
});

describe('Kano', () => {
  // Berger et al. (1993), figure 4.
  it.each([
    [1, 1, 'Q'],
    [1, 3, 'A'],
    [1, 5, 'O'],
    [3, 5, 'M'],
    [2, 2, 'I'],
    [4, 1, 'R'],
    [5, 5, 'Q'],
  ] as const)('answers %d and %d are %s', (functional, dysfunctional, category) =>
    expect(kanoCategory(functional, dysfunctional)).toBe(category),
  );

  it('breaks ties by what hurts most when absent, and shows them', () => {
    const tied = { A: 5, O: 5, M: 5, I: 5, R: 0, Q: 0 };
    expect(kanoFeature(tied)).toMatchObject({ category: 'M', tied: ['M', 'O', 'A', 'I'], categoryStrength: 0 });
    expect(kanoFeature(tied, { tieOrder: ['A', 'O', 'M', 'I', 'R', 'Q'] })).toMatchObject({ category: 'A' });
  });
  it('after Blauth asks first whether the feature is wanted at all', () => {
    expect(kanoFeature({ A: 10, O: 11, M: 12, I: 20, R: 0, Q: 0 })).toMatchObject({ category: 'I', blauthCategory: 'M' });
    expect(kanoFeature({ A: 10, O: 10, M: 0, I: 15, R: 5, Q: 0 })).toMatchObject({ blauthCategory: 'I' });
  });
  it('leaves reverse and questionable answers out of better and worse', () => {
    const counts = { A: 7, O: 20, M: 10, I: 13, R: 2, Q: 1 };
    expect(kanoCoefficients(counts)).toEqual(kanoCoefficients({ ...counts, R: 0, Q: 0 }));
    // Wilson, 27 of 50 and 30 of 50: Python, by definition.
    expect(kanoCoefficients(counts)).toMatchObject({
      betterInterval: [close(0.404, 3), close(0.6703, 3)],
      worseInterval: [close(-0.7239, 3), close(-0.4618, 3)],
    });
    expect(kanoCoefficients({ A: 0, O: 0, M: 0, I: 0, R: 4, Q: 1 })).toEqual({ kind: 'undetermined', n: 5, reason: 'no-variation' });
    expect(kanoFeature({ A: 0, O: 0, M: 0, I: 0, R: 4, Q: 1 })).toMatchObject({ category: 'R', coefficients: null });
    expect(kanoFeature({ A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });
  it('counts every pair once, in any order of people', () => {
    const answer = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1 }), (pairs) => {
        const counts = (list: typeof pairs) =>
          kanoCountsOf(
            list.map(([f]) => f),
            list.map(([, d]) => d),
          );
        expect(counts(pairs.toReversed())).toEqual(counts(pairs));
        expect(kanoTieOrder.reduce((sum, category) => sum + counts(pairs)[category], 0)).toBe(pairs.length);
      }),
    );
  });
  it('refuses other answers and broken orders', () => {
    expect(() => kanoCategory(0, 1)).toThrow(RangeError);
    expect(() => kanoCountsOf([1], [1, 2])).toThrow(RangeError);
    expect(() => kanoFeature({ A: 1, O: 0, M: 0, I: 0, R: 0, Q: 0 }, { tieOrder: ['A'] })).toThrow(RangeError);
  });
});
