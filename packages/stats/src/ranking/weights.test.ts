import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import {
  analyticHierarchy,
  blendWeights,
  componentWeights,
  componentWeightsFromMoments,
  criticWeights,
  entropyWeights,
  groupJudgements,
  normaliseWeights,
} from './index.ts';

const list = (values: readonly number[], digits = 11) => values.map((value) => expect.closeTo(value, digits) as number);
// five providers by three criteria, the second a cost
const matrix = [
  [7, 200, 3],
  [9, 120, 4],
  [5, 180, 9],
  [8, 90, 6],
  [6, 150, 5],
];
const decision = { matrix, benefit: [true, false, true] };

describe('analytic hierarchy', () => {
  // Saaty (2008), International Journal of Services Sciences 1, 83–98, table 1: coffee, wine, tea, beer, sodas, milk, water
  const drinks = [
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
  ];
  it('the weights and the consistency that Saaty printed', () => {
    const found = analyticHierarchy(drinks);
    expect(found).toMatchObject({
      n: 7,
      weights: list([0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327], 3),
      method: { randomIndex: 1.32 },
    });
    expect(found).toHaveProperty('consistencyRatio', expect.closeTo(0.022, 3));
  });
  // every consistent matrix w[i]/w[j] has eigenvalue n and gives its w back
  it('gives the weights behind judgements without contradiction back', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 8 }), (raw) => {
        const weights = normaliseWeights(raw);
        const found = analyticHierarchy(weights.map((a) => weights.map((b) => a / b)));
        expect(found).toMatchObject({ weights: list(weights), geometricMean: list(weights), columnMean: list(weights) });
        expect(found).toHaveProperty('lambdaMax', expect.closeTo(weights.length, 9));
        expect(found).toHaveProperty('consistencyRatio', expect.closeTo(0, 9));
      }),
      { numRuns: 50 },
    ));
  it('names the judgement that contradicts most', () => {
    // 8 : 4 : 2 : 1, but the second is said to be as important as the last
    const wrong = [8, 4, 2, 1].map((a, i) => [8, 4, 2, 1].map((b, j) => (i + j === 4 && i * j === 3 ? 1 : a / b)));
    const found = analyticHierarchy(wrong);
    expect(found).toMatchObject({ mostInconsistent: { row: 1, column: 3, judged: 1 } });
    if (found.kind !== 'analytic-hierarchy') throw new Error(found.kind);
    expect(found.consistencyRatio).toBeGreaterThan(0.05);
    // the eigenvector equation itself
    wrong.forEach((row, i) =>
      expect(row.reduce((sum, a, j) => sum + a * found.weights[j]!, 0)).toBeCloseTo(found.lambdaMax * found.weights[i]!, 10),
    );
  });
  it('other tables change the ratio; beyond a table there is none', () => {
    expect(analyticHierarchy(drinks, { randomIndex: [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35] })).toHaveProperty('method.randomIndex', 1.35);
    expect(analyticHierarchy(drinks, { randomIndex: [0, 0, 0.58] })).toMatchObject({
      consistencyRatio: null,
      method: { randomIndex: null },
    });
    expect(
      analyticHierarchy([
        [1, 9],
        [1 / 9, 1],
      ]),
    ).toMatchObject({ consistencyRatio: 0, weights: list([0.9, 0.1]) });
  });
  it('a group judges by geometric means, which keeps reciprocals', () => {
    const group = groupJudgements([drinks, drinks.map((row, i) => row.map((_, j) => drinks[j]![i]!))]);
    group.forEach((row) => row.forEach((judgement) => expect(judgement).toBeCloseTo(1, 12)));
    expect(() => groupJudgements([])).toThrow(RangeError);
    expect(() => groupJudgements([drinks, [[1]]])).toThrow(RangeError);
  });
  it('refuses what is no matrix of judgements', () => {
    expect(() => analyticHierarchy([])).toThrow(RangeError);
    expect(() => analyticHierarchy([[1, 2]])).toThrow(RangeError);
    expect(() =>
      analyticHierarchy([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      analyticHierarchy([
        [1, 0],
        [0, 1],
      ]),
    ).toThrow(RangeError);
  });
});

describe('weights from data', () => {
  // Python, numpy, from the definitions
  it('entropy', () => {
    expect(entropyWeights(decision, { normalisation: 'sum' })).toMatchObject({
      entropy: list([0.987168266673, 0.976879793359, 0.9567134329339]),
      weights: list([0.1619381006443, 0.291779937639, 0.5462819617167]),
    });
    expect(entropyWeights(decision)).toMatchObject({
      weights: list([0.2972805071618, 0.3323735319707, 0.3703459608675]),
      scores: list([0.1486402535809, 0.6007310390426, 0.4307775121349, 0.7405068927758, 0.3488476585815]),
    });
    expect(entropyWeights(decision, { shift: 0.01 })).toMatchObject({ weights: list([0.2979676660166, 0.3331662014967, 0.3688661324868]) });
  });
  it('CRITIC, whose denominator moves the contrast, not the weights', () => {
    const weights = list([0.3364342548315, 0.2334944984052, 0.4300712467633]);
    expect(criticWeights(decision, { denominator: 'n' })).toMatchObject({
      information: list([0.69893937538, 0.4850828847726, 0.8934694498698]),
      weights,
    });
    expect(criticWeights(decision)).toMatchObject({ information: list([0.7814379777504, 0.5423391525366, 0.9989292128641]), weights });
  });
  it('principal components', () => {
    expect(componentWeights(matrix)).toMatchObject({
      eigenvalues: list([1.883337300093, 1.014669921287, 0.10199277862]),
      retained: 2,
      weights: list([0.3276125721379, 0.3358788310438, 0.3365085968182]),
      explained: expect.closeTo(0.9660024071266781, 11) as number,
    });
    expect(componentWeights(matrix, { explains: 0.6 })).toMatchObject({ retained: 1 });
    expect(componentWeights(matrix, { explains: 1 })).toMatchObject({ retained: 3, weights: list([1 / 3, 1 / 3, 1 / 3]) });
    expect(() => componentWeights(matrix, { explains: 0 })).toThrow(RangeError);
  });
  it('moments of shards give the same component weights', () => {
    const added = addCrossMoments(crossMomentsOf(matrix.slice(0, 2)), crossMomentsOf(matrix.slice(2)));
    expect(componentWeightsFromMoments(added)).toMatchObject({ weights: list([0.3276125721379, 0.3358788310438, 0.3365085968182]) });
  });
  it('a criterion that never varies has no weight', () => {
    const constant = { matrix: matrix.map(([a = 0, , c = 0]) => [a, 4, c]) };
    expect(entropyWeights(constant)).toMatchObject({ constant: [1], scores: null, weights: [expect.any(Number), 0, expect.any(Number)] });
    expect(entropyWeights(constant, { normalisation: 'sum' })).toMatchObject({ entropy: [expect.any(Number), 1, expect.any(Number)] });
    expect(criticWeights(constant)).toMatchObject({ constant: [1], weights: [expect.any(Number), 0, expect.any(Number)] });
    expect(
      entropyWeights({
        matrix: [
          [1, 2],
          [1, 2],
        ],
      }),
    ).toEqual({ kind: 'undetermined', n: 2, reason: 'no-variation', columns: [0, 1] });
    expect(
      criticWeights({
        matrix: [
          [1, 2],
          [1, 2],
        ],
      }),
    ).toMatchObject({ kind: 'undetermined', columns: [0, 1] });
    expect(
      criticWeights({
        matrix: [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
      }),
    ).toMatchObject({ kind: 'undetermined' });
    expect(
      componentWeights([
        [1, 2],
        [1, 3],
      ]),
    ).toMatchObject({ kind: 'undetermined', columns: [0] });
  });
  const wide = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 8 });
  it('units of criteria and order of alternatives change nothing', () =>
    fc.assert(
      fc.property(wide, (rows) => {
        const other = rows.toReversed().map(([a = 0, b = 0, c = 0]) => [3 * a, 10 * b, c / 2]);
        for (const weigh of [entropyWeights, criticWeights]) {
          const [before, after] = [weigh({ matrix: rows }), weigh({ matrix: other })];
          expect(after.kind).toBe(before.kind);
          if ('weights' in before) expect(after).toMatchObject({ weights: list(before.weights, 8) });
        }
      }),
      { numRuns: 50 },
    ));
  it('says what is missing', () => {
    expect(entropyWeights({ matrix: [[1, 2]] })).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(criticWeights({ matrix: [[1, 2]] })).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() =>
      entropyWeights(
        {
          matrix: [
            [-1, 2],
            [1, 3],
          ],
        },
        { normalisation: 'sum' },
      ),
    ).toThrow(RangeError);
    expect(() => entropyWeights({ matrix, benefit: [true] })).toThrow(RangeError);
    expect(() => entropyWeights({ matrix }, { shift: -1 })).toThrow(RangeError);
  });
});

describe('blend of weights', () => {
  it('averages or multiplies', () => {
    const sets = [
      { weights: [2, 2], share: 3 },
      { weights: [9, 1], share: 1 },
    ];
    expect(blendWeights(sets, 'linear')).toEqual(list([0.6, 0.4]));
    // √√(0.5³ · 0.9) : √√(0.5³ · 0.1) = √3 : 1
    expect(blendWeights(sets, 'product')).toEqual(list([Math.sqrt(3) / (1 + Math.sqrt(3)), 1 / (1 + Math.sqrt(3))]));
  });
  it('refuses what cannot be blended', () => {
    expect(() =>
      blendWeights(
        [
          { weights: [1, 0], share: 1 },
          { weights: [0, 1], share: 1 },
        ],
        'product',
      ),
    ).toThrow(RangeError);
    expect(() => blendWeights([{ weights: [1], share: 0 }], 'linear')).toThrow(RangeError);
    expect(() =>
      blendWeights(
        [
          { weights: [1, 2], share: 1 },
          { weights: [1], share: 1 },
        ],
        'linear',
      ),
    ).toThrow(RangeError);
    expect(() => blendWeights([{ weights: [1, -2], share: 1 }], 'linear')).toThrow(RangeError);
  });
});
