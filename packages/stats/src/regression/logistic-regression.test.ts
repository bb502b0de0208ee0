import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { mannWhitneyTest } from '../comparison/mann-whitney-test.ts';
import {
  brierScore,
  confusionAt,
  hosmerLemeshowTest,
  logisticProbabilities,
  logisticRegression,
  logLoss,
  rocArea,
  rocAreaFromCounts,
} from './index.ts';
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
  it('predicts with these scores', () => {
    expectClose([brierScore(chances, launches.damaged), logLoss(chances, launches.damaged)], [0.13852668102746066, 0.44163462364927898]);
    expectClose(rocArea(chances, launches.damaged), { area: 0.78125, positives: 7, negatives: 16 });
    expect(confusionAt(chances, launches.damaged, 0.5)).toEqual({
      truePositives: 4,
      falsePositives: 0,
      trueNegatives: 16,
      falseNegatives: 3,
    });
  });
  // Python: ranks cut by the rule in the docstring
  it('is calibrated in fifths', () => {
    const found = hosmerLemeshowTest(chances, launches.damaged, { groups: 5 });
    expectClose(found, { statistic: 4.073456579854309, df: 3, p: 0.25364061465584753 });
    expect(found.kind === 'hosmer-lemeshow-test' && found.groups.map(({ n }) => n)).toEqual([5, 4, 5, 4, 5]);
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

describe('area under the ROC curve', () => {
  const scores = [0.1, 0.4, 0.35, 0.8, 0.4, 0.7, 0.2, 0.9, 0.55, 0.4, 0.3];
  const outcomes = [0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0].map((count) => count === 1);
  // numpy 2: all pairs of an event and another, and the variances of their row and column means
  it('agrees with DeLong written out', () => {
    expectClose(rocArea(scores, outcomes), { area: 0.8, standardError: 0.13944333775567927, interval: [0.5266960801148144, 1] });
  });
  it('is the superiority of Mann and Whitney, and stays within 0 and 1', () => {
    const list = fc.array(fc.nat(6), { minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(list, list, (yes, no) => {
        const found = rocArea([...yes, ...no], [...yes.map(() => true), ...no.map(() => false)]);
        const rank = mannWhitneyTest(yes, no);
        if (found.kind !== 'roc-area') throw new Error('undetermined');
        if (rank.kind === 'mann-whitney-test') expect(found.area).toBeCloseTo(rank.superiority, 10);
        expect(found.interval[0]).toBeGreaterThanOrEqual(0);
        expect(found.interval[1]).toBeLessThanOrEqual(1);
        expect(found.interval[0]).toBeLessThanOrEqual(found.area);
      }),
      { numRuns: 50 },
    );
  });
  it('needs two of each', () => {
    expect(rocArea([1, 2, 3], [true, false, false])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => rocAreaFromCounts([1], [1, 2])).toThrow(RangeError);
  });
});

describe('scores of chances', () => {
  it('of nothing are nothing; certain errors stay finite', () => {
    expect(brierScore([], [])).toBeNull();
    expect(logLoss([], [])).toBeNull();
    expect(Number.isFinite(logLoss([0, 1], [true, false]))).toBe(true);
    expect(() => brierScore([1.1], [true])).toThrow(RangeError);
    expect(() => confusionAt([0.5], [true], 2)).toThrow(RangeError);
  });
  it('say when groups of equal chances cannot be judged', () => {
    expect(hosmerLemeshowTest([0, 0, 0.5, 0.5, 1, 1], [false, false, true, false, true, true], { groups: 3 })).toMatchObject({
      reason: 'separated',
    });
    expect(hosmerLemeshowTest([0.5, 0.5], [true, false])).toEqual({ kind: 'insufficient', n: 2, needed: 10 });
    expect(() => hosmerLemeshowTest([0.5], [true], { groups: 2 })).toThrow(RangeError);
  });
});
