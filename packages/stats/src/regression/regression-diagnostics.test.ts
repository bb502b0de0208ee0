import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import {
  breuschPaganTest,
  cooksDistances,
  dummyColumns,
  durbinWatson,
  linearRegression,
  regressionResiduals,
  relativeImportance,
  relativeImportanceFromMoments,
  typeTwoTests,
  varianceInflation,
} from './index.ts';
import { longley, stackLoss } from './regression-data.testing.ts';

const { x, y } = stackLoss;
const r2Of = (columns: readonly number[]): number => {
  if (columns.length === 0) return 0;
  const fit = linearRegression(
    x.map((row) => columns.map((column) => row[column]!)),
    y,
  );
  return fit.kind === 'linear-regression' ? fit.r2 : Number.NaN;
};

// numpy 2, by the formulas; Durbin–Watson 1.4851 and the largest Cook's distance 0.692 are those of R on stackloss
describe('diagnostics of the stack loss regression', () => {
  it('Durbin–Watson', () => {
    const found = regressionResiduals(x, y);
    expect(durbinWatson(found.kind === 'regression-residuals' ? found.residuals : [])).toBeCloseTo(1.4851310343413338, 10);
    expect(durbinWatson([0, 0])).toBeNull();
  });
  it('Breusch–Pagan', () => expectClose(breuschPaganTest(x, y), { statistic: 4.890367743975399, df: 3, p: 0.18000324351489483 }));
  it("Cook's distances", () => {
    const found = cooksDistances(x, y);
    expectClose(found, { largest: 0.6919999163394895 });
    expectClose(found.kind === 'cooks-distances' ? found.distances.slice(0, 2) : [], [0.15371037236821036, 0.0596830916088504]);
  });
  it('variance inflation', () => {
    expectClose(varianceInflation(x), { factors: [2.906483627430501, 2.572632380318168, 1.3335874620976487] });
    // Greene (2003), Econometric Analysis, 5th ed., section 4.9, and R's car::vif
    expectClose(varianceInflation(longley.x), { factors: [135.53244, 1788.51348, 33.61889, 3.58893, 399.15102, 758.9806] }, 1e-6);
  });
});

describe('type II sums of squares', () => {
  it('are what the fit loses without the term', () => {
    const found = typeTwoTests(x, y, { terms: [[0], [1, 2]] });
    if (found.kind !== 'type-two-tests') throw new Error('undetermined');
    const total = y.reduce((sum, value) => sum + value ** 2, 0) - y.reduce((sum, value) => sum + value, 0) ** 2 / y.length;
    expectClose(found.terms[0], { squares: (r2Of([0, 1, 2]) - r2Of([1, 2])) * total, df: 1 }, 1e-9);
    expectClose(found.terms[1], { squares: (r2Of([0, 1, 2]) - r2Of([0])) * total, df: 2 }, 1e-9);
    expect(() => typeTwoTests(x, y, { terms: [[3]] })).toThrow(RangeError);
    expect(() => typeTwoTests(x, y, { terms: [[0, 0]] })).toThrow(RangeError);
  });
  it('have the squared t as F when a term is one predictor', () => {
    const [fit, terms] = [linearRegression(x, y), typeTwoTests(x, y)];
    if (fit.kind !== 'linear-regression' || terms.kind !== 'type-two-tests') throw new Error('undetermined');
    expectClose(
      terms.terms,
      fit.coefficients.slice(1).map(({ t, p }) => ({ statistic: t ** 2, p })),
      1e-9,
    );
  });
});

describe('relative importance', () => {
  // numpy 2: R² of all orders of the three predictors, one after the other
  it('agrees with numpy', () => {
    const found = relativeImportance(x, y);
    expectClose(found, {
      r2: 0.9135769044606818,
      predictors: [{ lmg: 0.46847837686842775 }, { lmg: 0.3887497715043462 }, { lmg: 0.05634875608790796 }],
    });
    if (found.kind !== 'relative-importance') throw new Error('undetermined');
    for (const [i, { first, last }] of found.predictors.entries()) {
      expectClose([first, last], [r2Of([i]), r2Of([0, 1, 2]) - r2Of([0, 1, 2].filter((j) => j !== i))]);
    }
  });
  it('adds up to R², shares to 1, and does not depend on the order of the predictors or on a split of the rows', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), { minLength: 9, maxLength: 25 });
    fc.assert(
      fc.property(rows, fc.nat(25), (data, at) => {
        const moments = addCrossMoments(crossMomentsOf(data.slice(0, at)), crossMomentsOf(data.slice(at)));
        const found = relativeImportanceFromMoments(moments, { outcome: 4, predictors: [0, 1, 2, 3] });
        const turned = relativeImportanceFromMoments(crossMomentsOf(data), { outcome: 4, predictors: [3, 1, 2, 0] });
        if (found.kind !== 'relative-importance' || turned.kind !== 'relative-importance' || found.r2 < 1e-9) return;
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(found.predictors.map(({ lmg }) => lmg))).toBeCloseTo(found.r2, 9);
        expect(sum(found.predictors.map(({ pratt }) => pratt))).toBeCloseTo(found.r2, 8);
        expect(sum(found.predictors.map(({ lmgShare }) => lmgShare ?? 0))).toBeCloseTo(1, 9);
        expectClose(
          turned.predictors,
          [3, 1, 2, 0].map((i) => found.predictors[i]),
          1e-7,
        );
        for (const { lmg } of found.predictors) expect(lmg).toBeGreaterThan(-1e-12);
      }),
      { numRuns: 40 },
    );
  });
  it('divides nothing where nothing is explained', () => {
    const crossed = [[-1, -1], [-1, 1], [1, -1], [1, 1]]; // prettier-ignore
    expect(relativeImportance(crossed, [1, -1, -1, 1])).toMatchObject({
      r2: 0,
      predictors: [
        { lmg: 0, lmgShare: null },
        { lmg: 0, lmgShare: null },
      ],
    });
  });
  it('names what is collinear, and has limits', () => {
    const twice = x.map((row) => [...row, row[0]! + row[1]!]);
    expect(relativeImportance(twice, y)).toMatchObject({ kind: 'undetermined', reason: 'singular', columns: [3] });
    expect(relativeImportance(x.slice(0, 4), y.slice(0, 4))).toEqual({ kind: 'insufficient', n: 4, needed: 5 });
    expect(() => relativeImportance([[]], [1])).toThrow(RangeError);
    expect(varianceInflation(twice)).toMatchObject({ kind: 'undetermined', columns: [3] });
  });
});

describe('dummy columns', () => {
  it('give the differences of group means from the reference', () => {
    const team = ['a', 'b', 'a', 'c', 'b', 'c', 'a'];
    const { levels, rows } = dummyColumns(team, { reference: 'b' });
    const fit = linearRegression(rows, [1, 5, 2, 9, 7, 10, 3]);
    expect(levels).toEqual(['a', 'c']);
    expectClose(fit, { coefficients: [{ estimate: 6 }, { estimate: -4 }, { estimate: 3.5 }] });
    expect(() => dummyColumns(team, { reference: 'd' })).toThrow(RangeError);
  });
});
