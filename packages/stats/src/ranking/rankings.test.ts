import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyEvaluation, fuzzySurvey, gradeShares, greyRelational, minMaxScale, ranksFromBest, topsis } from './index.ts';

const list = (values: readonly number[], digits = 8) => values.map((value) => expect.closeTo(value, digits) as number);
const matrix = [
  [7, 200, 3],
  [9, 120, 4],
  [5, 180, 9],
  [8, 90, 6],
  [6, 150, 5],
];
const decision = { matrix, benefit: [true, false, true] };

describe('TOPSIS', () => {
  // Hwang and Yoon (1981), pp. 133–134: four fighter aircraft
  it('the example of the book', () => {
    const aircraft = [
      [2, 1500, 20000, 5.5, 5, 9],
      [2.5, 2700, 18000, 6.5, 3, 5],
      [1.8, 2000, 21000, 4.5, 7, 7],
      [2.2, 1800, 20000, 5, 5, 5],
    ];
    const found = topsis({ matrix: aircraft, benefit: [true, true, true, false, true, true] }, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]);
    expect(found).toMatchObject({ closeness: list([0.643, 0.268, 0.613, 0.312], 2), ranks: [1, 4, 2, 3] });
  });
  // Python, numpy
  it('min-max scaled', () =>
    expect(topsis(decision, [0.5, 0.3, 0.2], { normalisation: 'min-max' })).toMatchObject({
      closeness: list([0.36297734, 0.7464316, 0.27123332, 0.75395823, 0.3136301]),
      ranks: [3, 2, 5, 1, 4],
    }));
  it('weights of another scale and criteria of another unit change no closeness', () => {
    const scaled = { ...decision, matrix: matrix.map(([a = 0, b = 0, c = 0]) => [a, b / 1000, c * 7]) };
    const [before, after] = [topsis(decision, [5, 3, 2]), topsis(scaled, [0.5, 0.3, 0.2])];
    if (before.kind !== 'topsis') throw new Error(before.kind);
    expect(after).toMatchObject({ closeness: list(before.closeness, 12), ranks: before.ranks });
  });
  it('the best of everything is 1, the worst 0', () => {
    expect(
      topsis(
        {
          matrix: [
            [1, 1],
            [2, 2],
            [3, 3],
          ],
        },
        [1, 1],
      ),
    ).toMatchObject({ closeness: [0, expect.closeTo(0.5, 12), 1] });
    expect(
      topsis(
        {
          matrix: [
            [1, 0],
            [2, 0],
          ],
        },
        [1, 1],
      ),
    ).toMatchObject({ closeness: [0, 1] });
  });
  it('says what is missing', () => {
    expect(topsis({ matrix: [] }, [])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(
      topsis(
        {
          matrix: [
            [1, 2],
            [1, 2],
          ],
        },
        [1, 1],
      ),
    ).toMatchObject({ kind: 'undetermined' });
    expect(() => topsis(decision, [1, 1])).toThrow(RangeError);
    expect(() => topsis(decision, [0, 0, 0])).toThrow(RangeError);
  });
});

describe('grey relational analysis', () => {
  // Python, numpy
  it('of alternatives against the ideal', () =>
    expect(greyRelational(decision)).toMatchObject({
      deltaMin: 0,
      deltaMax: 1,
      grades: list([0.38888889, 0.67401961, 0.57088123, 0.72222222, 0.43561077]),
    }));
  // by hand: sequences 1 2 3 and 1 1 1 against 1 2 4, divided by their first values: Δ = 0 0 1 and 0 1 3, ρΔmax = 1.5
  it('of sequences against a sequence', () => {
    const found = greyRelational(
      {
        matrix: [
          [5, 10, 15],
          [7, 7, 7],
        ],
      },
      { normalisation: 'initial', reference: [2, 4, 8] },
    );
    expect(found).toMatchObject({ deltaMax: 3, coefficients: [list([1, 1, 0.6]), list([1, 0.6, 1 / 3])], ranks: [1, 2] });
  });
  it('the mean makes sequences comparable too, whatever their unit', () => {
    const found = greyRelational(
      {
        matrix: [
          [1, 2, 3],
          [1000, 3000, 2000],
        ],
      },
      { normalisation: 'mean', reference: [10, 20, 30] },
    );
    expect(found).toMatchObject({ grades: [1, expect.closeTo((1 + 2 / 3) / 3, 12)], method: { reference: 'given' } });
  });
  it('a reference on the scale of the criteria', () =>
    expect(greyRelational(decision, { reference: [9, 90, 9] })).toMatchObject({
      grades: list([0.38888889, 0.67401961, 0.57088123, 0.72222222, 0.43561077]),
    }));
  it('the smaller ρ, the more differences count', () => {
    const [mild, sharp] = [greyRelational(decision), greyRelational(decision, { rho: 0.1 })];
    if (mild.kind !== 'grey-relational' || sharp.kind !== 'grey-relational') throw new Error('no grades');
    sharp.grades.forEach((grade, i) => expect(grade).toBeLessThan(mild.grades[i]!));
  });
  it('without a difference everything is alike', () => {
    expect(greyRelational({ matrix: [[2, 4]] }, { normalisation: 'mean', reference: [1, 2] })).toMatchObject({ grades: [1] });
    expect(greyRelational({ matrix: [] })).toMatchObject({ kind: 'insufficient' });
    expect(() => greyRelational(decision, { rho: 0 })).toThrow(RangeError);
    expect(() => greyRelational(decision, { normalisation: 'initial', reference: [0, 1, 2] })).toThrow(RangeError);
    expect(() => greyRelational(decision, { reference: [1] })).toThrow(RangeError);
  });
});

describe('fuzzy evaluation', () => {
  const weights = [0.5, 0.3, 0.2];
  const relation = [
    [0.6, 0.3, 0.1, 0],
    [0.1, 0.5, 0.4, 0],
    [0, 0.2, 0.3, 0.5],
  ];
  // by hand
  it.each([
    ['weighted-sum', [0.33, 0.34, 0.23, 0.1], 1],
    ['max-min', [0.5, 0.3, 0.3, 0.2], 0],
    ['max-product', [0.3, 0.15, 0.12, 0.1], 0],
    ['bounded-sum', [0.6, 0.8, 0.6, 0.2], 1],
  ] as const)('%s', (operator, membership, grade) =>
    expect(fuzzyEvaluation(weights, relation, { operator })).toMatchObject({
      membership: list(membership, 12),
      grade,
      method: { operator },
    }),
  );
  it('scores the normalised memberships', () => {
    expect(fuzzyEvaluation(weights, relation, { scores: [100, 80, 60, 40] })).toMatchObject({
      score: expect.closeTo(33 + 27.2 + 13.8 + 4, 10) as number,
    });
    expect(fuzzyEvaluation(weights, relation, { operator: 'max-min', scores: [100, 80, 60, 40] })).toMatchObject({
      normalised: list([0.5 / 1.3, 0.3 / 1.3, 0.3 / 1.3, 0.2 / 1.3]),
      score: expect.closeTo(100 / 1.3, 10) as number,
    });
  });
  it('refuses what is no membership, and has no verdict on nothing', () => {
    expect(() => fuzzyEvaluation([1], [[1.2]])).toThrow(RangeError);
    expect(() => fuzzyEvaluation([1], [[0.5]], { scores: [1, 2] })).toThrow(RangeError);
    expect(() => fuzzyEvaluation([1, 1], [[0.5]])).toThrow(RangeError);
    expect(fuzzyEvaluation([1], [[0, 0]])).toMatchObject({ kind: 'undetermined' });
  });
  // by hand: shares (¼ ¾), (½ ½) at weights 0.4, 0.6 → (0.4, 0.6); second dimension (0, 1); dimensions weigh 5 : 10
  it('of a survey with two levels', () => {
    const found = fuzzySurvey(
      [
        {
          name: 'speed',
          satisfaction: [
            [1, 2, 2, 2],
            [1, 1, 2, 2],
          ],
          importance: [
            [4, 4, 4, 4],
            [6, 6, 6, 6],
          ],
        },
        { name: 'care', satisfaction: [[2, 2, 2, 2]], importance: [[10, 10, 8, 12]] },
      ],
      { grades: [1, 2] },
    );
    expect(found).toMatchObject({
      n: 4,
      dimensions: [
        {
          weights: list([0.4, 0.6]),
          relation: [
            [0.25, 0.75],
            [0.5, 0.5],
          ],
          membership: list([0.4, 0.6]),
        },
        { membership: [0, 1] },
      ],
      weights: list([1 / 3, 2 / 3]),
      overall: { membership: list([0.4 / 3, 2.6 / 3]), grade: 1, score: expect.closeTo(5.6 / 3, 12) as number },
    });
  });
  it('needs answers on its scale', () => {
    expect(fuzzySurvey([{ name: 'a', satisfaction: [[]], importance: [[1]] }], { grades: [1] })).toMatchObject({ kind: 'insufficient' });
    expect(fuzzySurvey([], { grades: [1] })).toMatchObject({ kind: 'insufficient' });
    expect(() => gradeShares([9], [1, 2])).toThrow(RangeError);
    expect(gradeShares([], [1, 2])).toEqual([]);
  });
});

describe('scales and ranks', () => {
  it('keep within 0 and 1, best and worst taken', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 2, maxLength: 9 }), (rows) => {
        const { values, constant } = minMaxScale({ matrix: rows, benefit: [true, false] });
        for (const j of [0, 1].filter((each) => !constant.includes(each))) {
          const column = values.map((row) => row[j]!);
          expect([Math.min(...column), Math.max(...column)]).toEqual([0, 1]);
        }
      }),
      { numRuns: 50 },
    ));
  it('equal scores keep their order', () => expect(ranksFromBest([0.5, 0.9, 0.5, 0.1])).toEqual([2, 1, 3, 4]));
});
