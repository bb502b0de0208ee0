import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { linearRegression, linearRegressionFromMoments, regressionResiduals } from './index.ts';
import { longley, stackLoss } from './regression-data.testing.ts';

const estimates = (outcome: ReturnType<typeof linearRegression>) =>
  outcome.kind === 'linear-regression' ? outcome.coefficients.map(({ estimate }) => estimate) : [];

describe('least squares', () => {
  // numpy 2, by the formulas; the same as in R's summary(lm(stack.loss ~ ., stackloss)): R² 0.9136, σ 3.243 on 17 degrees of freedom
  it('agrees with numpy and R on the stack loss data', () => {
    expectClose(linearRegression(stackLoss.x, stackLoss.y), {
      n: 21,
      r2: 0.9135769044606818,
      adjustedR2: 1 - ((1 - 0.9135769044606818) * 20) / 17,
      sigma: 3.243363918185223,
      logLikelihood: -52.28779550239973,
      aic: 114.57559100479946,
      coefficients: [
        { estimate: -39.91967442012391, standardError: 11.89599685064396 },
        { estimate: 0.7156402004852819, standardError: 0.1348581853553714 },
        { estimate: 1.295286124388583, standardError: 0.36802426527270193 },
        { estimate: -0.1521225191486564, standardError: 0.15629404324861768 },
      ],
      f: { statistic: 0.9135769044606818 / 3 / ((1 - 0.9135769044606818) / 17), df: [3, 17] },
    });
  });

  // NIST StRD, Longley: certified values. Its correlation matrix has condition number 12,000.
  it('keeps ten digits on data made to lose them', () => {
    const found = linearRegression(longley.x, longley.y);
    if (found.kind !== 'linear-regression') throw new Error('undetermined');
    const certified: [number, number][] = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    for (const [i, [estimate, standardError]] of certified.entries()) {
      expect(Math.abs(found.coefficients[i]!.estimate / estimate - 1)).toBeLessThan(1e-10);
      expect(Math.abs(found.coefficients[i]!.standardError / standardError - 1)).toBeLessThan(1e-10);
    }
    expectClose(found, { sigma: 304.854073561965, r2: 0.995479004577296, f: { statistic: 330.285339234588 } });
  });

  // NIST StRD, Wampler4: y is a polynomial with coefficients 1 plus errors 100,000 times as large.
  it('fits a polynomial of degree five', () => {
    const x = Array.from({ length: 21 }, (_, i) => [i, i ** 2, i ** 3, i ** 4, i ** 5]);
    const y = [
      75901, -204794, 204863, -204436, 253665, -200894, 214131, -185192, 221249, -138370, 315911, -27644, 455253, 197434, 783995, 608816,
      1370781, 1303798, 2205519, 2408860, 3444321,
    ];
    const found = linearRegression(x, y);
    expectClose(estimates(found), [1, 1, 1, 1, 1, 1], 5e-6);
    expectClose(found, { r2: 0.957478440825662, sigma: 236014.502379268 }, 1e-9);
  });

  const rows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 8, maxLength: 30 });
  const parts = (data: readonly number[][]) => ({ x: data.map((row) => row.slice(0, 2)), y: data.map((row) => row[2]!) });

  it('leaves residuals without mean and without correlation to the predictors; leverages sum to the coefficients', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const { x, y } = parts(data);
        const found = regressionResiduals(x, y);
        if (found.kind !== 'regression-residuals') return;
        const total = (weights: readonly number[]) => found.residuals.reduce((sum, residual, i) => sum + residual * weights[i]!, 0);
        expectClose([total(y.map(() => 1)), total(x.map((row) => row[0]!)), total(x.map((row) => row[1]!))], [0, 0, 0], 1e-9);
        expect(found.leverages.reduce((sum, leverage) => sum + leverage, 0)).toBeCloseTo(3, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same from sums that were added up, and in any order of rows', () => {
    fc.assert(
      fc.property(rows, fc.nat(30), (data, at) => {
        const { x, y } = parts(data);
        const moments = addCrossMoments(crossMomentsOf(data.slice(at)), crossMomentsOf(data.slice(0, at)));
        const direct = linearRegression(x, y);
        if (direct.kind !== 'linear-regression' || direct.residualSquares < 1e-6) return;
        expectClose(linearRegressionFromMoments(moments, { outcome: 2, predictors: [0, 1] }), direct, 1e-8);
        expectClose(linearRegression([...x].reverse(), [...y].reverse()), direct, 1e-8);
      }),
      { numRuns: 50 },
    );
  });

  it('follows the units of outcome and predictors', () => {
    const found = estimates(linearRegression(stackLoss.x, stackLoss.y));
    const scaled = linearRegression(
      stackLoss.x.map(([air = 0, water = 0, acid = 0]) => [air / 1000, water + 1e6, acid]),
      stackLoss.y.map((loss) => 10 * loss),
    );
    expectClose(estimates(scaled).slice(1), [found[1]! * 1e4, found[2]! * 10, found[3]! * 10], 1e-8);
  });

  it('names predictors that tell nothing new, and says when there is nothing to explain or to judge by', () => {
    const x = [
      [1, 2, 5],
      [2, 4, 5],
      [3, 6, 5],
      [4, 8, 5],
      [5, 10, 5],
    ];
    const [one, two] = [x.map((row) => row.slice(0, 1)), x.map((row) => row.slice(0, 2))];
    expect(linearRegression(x, [1, 3, 2, 5, 4])).toMatchObject({ kind: 'undetermined', reason: 'singular', columns: [2] });
    expect(linearRegression(two, [1, 3, 2, 5, 4])).toMatchObject({ kind: 'undetermined', reason: 'singular', columns: [1] });
    expect(linearRegression(one, [7, 7, 7, 7, 7])).toMatchObject({ kind: 'undetermined', reason: 'constant' });
    expect(linearRegression(one, [2, 4, 6, 8, 10])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(linearRegression(one.slice(0, 2), [1, 3])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(linearRegression([], [])).toMatchObject({ kind: 'insufficient', n: 0 });
  });
  it('refuses what is no table of numbers', () => {
    expect(() => linearRegression([[1], [2]], [1])).toThrow(RangeError);
    expect(() => linearRegression([[1], [NaN], [3]], [1, 2, 3])).toThrow(RangeError);
    expect(() => linearRegression([[], []], [1, 2])).toThrow(RangeError);
    expect(() => linearRegressionFromMoments(crossMomentsOf([[1, 2]]), { outcome: 1, predictors: [] })).toThrow(RangeError);
  });
});
