import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { mannWhitneyTest } from '../comparison/mann-whitney-test.ts';
import { logisticProbabilities, logisticRegression } from '../regression/index.ts';
import { launches } from '../regression/regression-data.testing.ts';
import { brierScore, confusionAt, hosmerLemeshowTest, logLoss, rocArea, rocAreaFromCounts } from './index.ts';

// Chances of O-ring damage by logistic regression; scores from numpy 2, all pairs and all rows written out.
describe('chances of damage at launch', () => {
  const fit = logisticRegression(launches.x, launches.damaged);
  const chances = fit.kind === 'logistic-regression' ? logisticProbabilities(fit, launches.x) : [];

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
