import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { eightAnswers as rows } from '../moments/eight-answers.testing.ts';
import {
  alpha,
  alphaFromMoments,
  firstHalf,
  guttmanLambdas,
  guttmanLambdasFromMoments,
  itemAnalysis,
  itemAnalysisFromMoments,
  oddItems,
  splitHalf,
  splitHalfFromMoments,
} from './index.ts';

// Figures: Python 3.11, numpy 2.4.6 from the rows by definition (np.cov, np.corrcoef, lstsq for R²), scipy 1.17.1 for quantiles of F.
const near = (value: number): number => expect.closeTo(value, 11) as number;

describe('internal consistency', () => {
  it("Cronbach's α, standardised too, with Feldt's interval", () => {
    const found = alpha(rows);
    expect(found).toMatchObject({ n: 8, items: 4, alpha: near(0.8339670468948035), standardised: near(0.8253342900088702) });
    expect(found).toMatchObject({ meanInterItemCorrelation: near(0.5415589529510999) });
    expect(found).toMatchObject({ interval: [expect.closeTo(0.50710954, 8), expect.closeTo(0.96270634, 8)] });
  });
  it('what each item contributes', () => {
    const found = itemAnalysis(rows);
    expect(found).toMatchObject({
      items: [
        {
          mean: 3.375,
          standardDeviation: near(1.407885953173359),
          itemTotal: near(0.9422941879198544),
          correctedItemTotal: near(0.8790979898187966),
        },
        { alphaIfDeleted: near(0.7740384615384615), squaredMultipleCorrelation: near(0.8724757085926655) },
        { alphaIfDeleted: near(0.761111111111111), squaredMultipleCorrelation: near(0.907803867403315) },
        { itemTotal: near(0.5826571958969292), correctedItemTotal: near(0.3839460230833789), alphaIfDeleted: near(0.8907975460122698) },
      ],
    });
  });
  it('halves', () => {
    expect(splitHalf(rows, firstHalf(4))).toMatchObject({
      first: [0, 1],
      second: [2, 3],
      r: near(0.7028058010689262),
      spearmanBrown: near(0.8254679431180515),
      guttmanRulon: near(0.8174904942965777),
    });
    expect(splitHalf(rows, oddItems(4))).toMatchObject({ first: [0, 2], second: [1, 3], guttmanRulon: near(0.7414448669201521) });
  });
  it("Guttman's bounds", () =>
    expect(guttmanLambdas(rows)).toMatchObject({
      lambda1: near(0.6190007175066525),
      lambda2: near(0.8421183007682345),
      lambda3: near(0.8253342900088702),
      lambda5: near(0.8530190711909893),
      lambda6: near(0.9182349433428808),
    }));
});

describe('edges', () => {
  it('too few answers, too few items', () => {
    for (const measure of [alpha, itemAnalysis, guttmanLambdas]) {
      expect(measure([])).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
      expect(measure([[1, 2]])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
      expect(() => measure([[1], [2]])).toThrow(RangeError);
      expect(() =>
        measure([
          [1, 2],
          [3, NaN],
        ]),
      ).toThrow(RangeError);
    }
  });
  it('a sum that does not vary has no consistency', () => {
    const cancelling = [
      [1, 5],
      [2, 4],
      [4, 2],
    ];
    expect(alpha(cancelling)).toEqual({ kind: 'undetermined', n: 3, reason: 'no-variation' });
    expect(itemAnalysis(cancelling)).toMatchObject({ kind: 'undetermined' });
    expect(guttmanLambdas(cancelling)).toMatchObject({ kind: 'undetermined' });
    expect(splitHalf(cancelling, [0])).toMatchObject({ r: -1, spearmanBrown: null, guttmanRulon: null });
  });
  it('a constant item leaves the raw α, and is named where correlations are needed', () => {
    const constant = rows.map((row) => [...row, 3]);
    expect(alpha(constant)).toMatchObject({ kind: 'alpha', standardised: null, meanInterItemCorrelation: null });
    expect(guttmanLambdas(constant)).toEqual({ kind: 'undetermined', n: 8, reason: 'constant', columns: [4] });
    expect(itemAnalysis(constant)).toMatchObject({
      items: [{ squaredMultipleCorrelation: null }, {}, {}, {}, { itemTotal: null, correctedItemTotal: null }],
    });
  });
  it('two items have no α without one of them', () =>
    expect(itemAnalysis(rows.map((row) => row.slice(0, 2)))).toMatchObject({
      items: [{ alphaIfDeleted: null }, { alphaIfDeleted: null }],
    }));
  it('an item twice: no squared multiple correlations, no λ₆', () => {
    const twice = rows.map((row) => [...row, row[0]!]);
    expect(itemAnalysis(twice)).toMatchObject({ items: [{ squaredMultipleCorrelation: null }, {}, {}, {}, {}] });
    expect(guttmanLambdas(twice)).toMatchObject({ kind: 'guttman-lambdas', lambda6: null });
  });
  it('a half names items once and leaves some', () => {
    for (const first of [[], [0, 1, 2, 3], [0, 0], [7], [-1]]) expect(() => splitHalf(rows, first)).toThrow(RangeError);
    expect([firstHalf(5), oddItems(5)]).toEqual([
      [0, 1, 2],
      [0, 2, 4],
    ]);
  });
});

const answers = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 30 });

describe('invariants', () => {
  it('split anywhere and added, moments give what rows give', () =>
    fc.assert(
      fc.property(answers, fc.nat(30), (table, cut) => {
        const parts = addCrossMoments(crossMomentsOf(table.slice(0, cut)), crossMomentsOf(table.slice(cut)));
        const measures = [
          alphaFromMoments,
          itemAnalysisFromMoments,
          guttmanLambdasFromMoments,
          (moments: typeof parts) => splitHalfFromMoments(moments, [1, 2]),
        ];
        for (const measure of measures) expectClose(measure(parts), measure(crossMomentsOf(table)));
      }),
      { seed: 22, numRuns: 60 },
    ));
  it('shifting items changes no α, a common unit neither, a large offset costs no digits', () => {
    const found = alpha(rows);
    expectClose(alpha(rows.map((row) => row.map((value) => 10 * value))), found);
    expectClose(alpha(rows.map((row) => row.map((value, i) => value + 1e8 * (i + 1)))), found);
  });
  it('λ₃ is the standardised α, and λ₁ ≤ λ₃ ≤ λ₂', () =>
    fc.assert(
      fc.property(answers, (table) => {
        const [bounds, consistency] = [guttmanLambdas(table), alpha(table)];
        if (bounds.kind !== 'guttman-lambdas' || consistency.kind !== 'alpha') return;
        expect(bounds.lambda3).toBeCloseTo(consistency.standardised ?? NaN, 9);
        expect(bounds.lambda3).toBeLessThanOrEqual(bounds.lambda2 + 1e-12);
      }),
      { seed: 22, numRuns: 60 },
    ));
  it('two items: α is the split-half coefficient of Guttman and Rulon', () => {
    const pairs = rows.map((row) => row.slice(1, 3));
    const [consistency, halves] = [alpha(pairs), splitHalf(pairs, [0])];
    expect(consistency.kind === 'alpha' && consistency.alpha).toBeCloseTo((halves.kind === 'split-half' && halves.guttmanRulon) || NaN, 12);
  });
});

function expectClose(found: unknown, wanted: unknown): void {
  const close = (value: unknown): unknown => {
    if (typeof value === 'number') return expect.closeTo(value, 7);
    if (Array.isArray(value)) return value.map(close);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, close(own)]))
      : value;
  };
  expect(found).toEqual(close(wanted));
}
