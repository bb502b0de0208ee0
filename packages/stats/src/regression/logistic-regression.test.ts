import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { logisticProbabilities, logisticRegression } from './index.ts';
import { launches } from './regression-data.testing.ts';

const fit = logisticRegression(launches.x, launches.damaged);
const chances = fit.kind === 'logistic-regression' ? logisticProbabilities(fit, launches.x) : [];

// Dalal, Fowlkes, Hoadley (1989): logit = 15.0429 − 0.2322 t; R 4.2.2: deviance 20.315, null 28.267. Digits: numpy 2, Newton's method.
describe('logistic regression of O-ring damage on temperature', () => {
  it('agrees with the paper, R and numpy', () => {
    expectClose(fit, {
      n: 23,
      events: 7,
      deviance: 20.315192687866833,
      nullDeviance: 28.267152734293497,
      aic: 24.315192687866833,
      coefficients: [
        { estimate: 15.04290164770244, standardError: 7.378636384916492 },
        { estimate: -0.23216274421859645, standardError: 0.10823652164928435 },
      ],
    });
  });
  it('predicts as many events as there are, in any units', () => {
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(7, 9);
    const celsius = logisticRegression(
      launches.x.map(([fahrenheit = 0]) => [(fahrenheit - 32) / 1.8]),
      launches.damaged,
    );
    expectClose(celsius, { deviance: 20.315192687866833, coefficients: [{}, { estimate: -0.23216274421859645 * 1.8 }] });
  });
});

describe('logistic regression', () => {
  it('of a yes or no predictor is the odds ratio', () => {
    const x = [...Array<number[]>(70).fill([1]), ...Array<number[]>(80).fill([0])];
    const outcomes = x.map((_, i) => i < 56 || (i >= 70 && i < 118));
    const odds = Math.log((56 * 32) / (14 * 48));
    const error = Math.sqrt(1 / 56 + 1 / 14 + 1 / 48 + 1 / 32);
    expectClose(
      logisticRegression(x, outcomes),
      { coefficients: [{ estimate: Math.log(48 / 32) }, { estimate: odds, standardError: error }] },
      1e-9,
    );
  });
  it('finds no maximum where yes and no are told apart, wholly or in part', () => {
    const apart = [[1], [2], [3], [4], [5], [6]];
    expect(logisticRegression(apart, [false, false, false, true, true, true])).toMatchObject({ reason: 'separated' });
    const quasi = [[1], [2], [3], [3], [4], [5]];
    expect(logisticRegression(quasi, [false, false, false, true, true, true])).toMatchObject({ reason: 'separated' });
    const second = [
      [1, 0],
      [2, 0],
      [3, 1],
      [3, 0],
      [4, 0],
      [5, 1],
      [2, 0],
      [4, 0],
    ];
    expect(logisticRegression(second, [false, true, true, true, false, true, false, true])).toMatchObject({ reason: 'separated' });
  });
  it('names what is collinear, and says when all are alike or too few', () => {
    const x = [
      [1, 2],
      [2, 4],
      [3, 6],
      [4, 8],
      [5, 10],
    ];
    const mixed = [true, false, true, false, true];
    expect(logisticRegression(x, mixed)).toMatchObject({ reason: 'singular', columns: [1] });
    expect(
      logisticRegression(
        x.map(() => [7]),
        mixed,
      ),
    ).toMatchObject({ reason: 'singular', columns: [0] });
    expect(logisticRegression(x, [true, true, true, true, true])).toMatchObject({ reason: 'no-variation' });
    expect(logisticRegression([[1], [2]], [true, false])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(() => logisticRegression(x, [true])).toThrow(RangeError);
    expect(() => logisticRegression([[], [], []], [true, false, true])).toThrow(RangeError);
  });
});
