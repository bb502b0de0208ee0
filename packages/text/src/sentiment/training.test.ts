import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logCountRatio } from './log-count-ratio.ts';
import { logisticRegression } from './logistic-regression.ts';
import { classificationReport, outOfFoldScores, plattScaling, sameTextKey, scoreOf, stratifiedFolds, trainClassifier } from './index.ts';

const rows = [[0, 2], [0], [1, 2], [1], [0, 1], [2], [0, 3], [1, 3]].map((row) => Int32Array.from(row));
const positive = [true, true, false, false, true, false, true, false];

describe('log-count ratio', () => {
  // by hand, counting 1 more: positive 5, 2, 2, 2 of 11; negative 1, 4, 3, 2 of 10
  it('is the ratio of shares', () => {
    const found = [...logCountRatio({ rows, columns: 4, positive }, 1)];
    const expected = [5 / 1, 2 / 4, 2 / 3, 2 / 2].map((ratio) => Math.log((ratio * 10) / 11));
    for (const [i, ratio] of expected.entries()) expect(found[i]).toBeCloseTo(ratio, 12);
  });
  it('changes its sign with the answers', () => {
    const swapped = logCountRatio({ rows, columns: 4, positive: positive.map((answer) => !answer) }, 1);
    for (const [i, ratio] of logCountRatio({ rows, columns: 4, positive }, 1).entries()) expect(swapped[i]).toBeCloseTo(-ratio, 12);
  });
  it('refuses no smoothing', () => expect(() => logCountRatio({ rows, columns: 4, positive }, 0)).toThrow(RangeError));
});

describe('logistic regression', () => {
  const values = Float64Array.of(1, 1, 0.5, 2);
  const scales = Float64Array.from(rows, (row) => 1 / Math.sqrt(row.length));

  // scipy 1.17.1, minimize of ½|w|² + 3 Σ log(1 + exp(−y s)) over the same numbers as a dense matrix with a column of ones
  it('finds the minimum of the penalised likelihood', () => {
    const { weights, intercept } = logisticRegression({ rows, columns: 4, positive }, { values, scales, cost: 3 });
    for (const [i, weight] of [2.19740446, -0.95596335, -0.26423133, -0.14029356].entries()) expect(weights[i]).toBeCloseTo(weight, 2);
    expect(intercept).toBeCloseTo(-0.2952592, 2);
  });
  it('is mirrored when the answers are', () => {
    const options = { values, scales, cost: 1 };
    const one = logisticRegression({ rows, columns: 4, positive }, options);
    const other = logisticRegression({ rows, columns: 4, positive: positive.map((answer) => !answer) }, options);
    for (const [i, weight] of one.weights.entries()) expect(other.weights[i]).toBeCloseTo(-weight, 9);
  });
  // scipy 1.17.1, the same with 0.5 added to the first four judgements and subtracted from the others
  it('takes what is known beforehand into account', () => {
    const offsets = Float64Array.of(0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5);
    const { weights, intercept } = logisticRegression({ rows, columns: 4, positive }, { values, scales, offsets, cost: 3 });
    for (const [i, weight] of [2.21061397, -1.03228729, -0.27407001, 0.36877786].entries()) expect(weights[i]).toBeCloseTo(weight, 2);
    expect(intercept).toBeCloseTo(-0.29615136, 2);
  });
  it('needs a cost', () => {
    expect(() => logisticRegression({ rows, columns: 4, positive }, { values, scales, cost: 0 })).toThrow(RangeError);
  });
});

describe('Platt scaling', () => {
  // scipy 1.17.1, Nelder–Mead on the likelihood with Platt’s targets
  it('fits the logistic curve', () => {
    const scores = [-2.1, -1.3, -0.4, 0.2, -0.1, 0.8, 1.5, 2.2, 0.3, -0.9];
    const answers = [false, false, false, false, true, true, true, true, true, false];
    const { slope, intercept } = plattScaling(scores, answers);
    expect(slope).toBeCloseTo(1.19183493, 6);
    expect(intercept).toBeCloseTo(-0.00990539, 6);
  });
  it('stays finite where the scores part the answers', () => {
    expect(plattScaling([-2, -1, 1, 2], [false, false, true, true]).slope).toBeLessThan(10);
    expect(plattScaling([1e6, -1e6], [true, false]).slope).toBeGreaterThan(0);
    expect(() => plattScaling([1, 2], [true, true])).toThrow(RangeError);
    expect(() => plattScaling([1, 2], [true])).toThrow(RangeError);
  });
});

describe('classification report', () => {
  // van Rijsbergen’s definitions by hand: 3 right of 4 judged positive, 3 found of 5; 4 right of 6 judged negative, 4 found of 5
  it('counts both answers', () => {
    const truth = [true, true, true, true, true, false, false, false, false, false];
    const judged = [true, true, true, false, false, true, false, false, false, false];
    expect(classificationReport(truth, judged)).toMatchObject({
      n: 10,
      accuracy: 0.7,
      positive: { precision: 0.75, recall: 0.6, f1: expect.closeTo(2 / 3, 12), n: 5 },
      negative: { precision: expect.closeTo(4 / 6, 12), recall: 0.8, f1: expect.closeTo(8 / 11, 12), n: 5 },
      macroF1: expect.closeTo((2 / 3 + 8 / 11) / 2, 12),
    });
  });
  it('has no figure for what is not there', () => {
    expect(classificationReport([], [])).toMatchObject({
      n: 0,
      accuracyCi95: null,
      macroF1: null,
      positive: { precision: null, f1: null },
    });
    expect(classificationReport([true], [false])).toMatchObject({ accuracy: 0, positive: { precision: null, recall: 0, f1: 0 } });
    expect(() => classificationReport([true], [])).toThrow(RangeError);
  });
});

describe('folds', () => {
  const sample = fc.record({ text: fc.stringMatching(/^[好差慢！ ]{1,3}$/), positive: fc.boolean() });
  it('keep duplicates together', () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
        const folds = stratifiedFolds(samples, 3, 1);
        const foldOf = new Map<string, number>();
        for (const [i, { text }] of samples.entries()) foldOf.set(sameTextKey(text), folds[i] ?? -1);
        expect(samples.map(({ text }) => foldOf.get(sameTextKey(text)))).toEqual(folds);
      }),
    );
  });
  it('have the same share of both answers', () => {
    const samples = Array.from({ length: 100 }, (_, i) => ({ text: `评价${i}`, positive: i < 30 }));
    const folds = stratifiedFolds(samples, 5, 1);
    for (let fold = 0; fold < 5; fold++) {
      const members = samples.filter((_, i) => folds[i] === fold);
      expect([members.length, members.filter((each) => each.positive).length]).toEqual([20, 6]);
    }
    expect(stratifiedFolds(samples, 5, 2)).not.toEqual(folds);
    expect(() => stratifiedFolds(samples, 1, 1)).toThrow(RangeError);
  });
});

describe('classifier', () => {
  it('judges a fold without having seen it', () => {
    // Feature 9 tells the answer inside fold 1 only: who has seen that fold would know it.
    const data = {
      rows: [[0], [1], [0], [1], [9], [8]].map((row) => Int32Array.from(row)),
      positive: [true, false, true, false, true, false],
    };
    const scores = outOfFoldScores(data, [0, 0, 0, 0, 1, 1], { minimum: 1 });
    expect(scores[4]).toBe(scores[5]);
    const classifier = trainClassifier(data, { minimum: 1 });
    expect(scoreOf(classifier, Int32Array.of(9))).toBeGreaterThan(scoreOf(classifier, Int32Array.of(8)));
  });
  it('knows features of enough rows only, and refuses rows without answers', () => {
    const data = { rows: [[0, 5], [1], [0], [1]].map((row) => Int32Array.from(row)), positive: [true, false, true, false] };
    expect([...trainClassifier(data, { minimum: 2 }).weights.keys()].sort()).toEqual([0, 1]);
    expect(() => trainClassifier({ rows: data.rows, positive: [true] })).toThrow(RangeError);
    expect(() => trainClassifier({ rows: data.rows, positive: [true, true, true, true] })).toThrow(RangeError);
  });
});
