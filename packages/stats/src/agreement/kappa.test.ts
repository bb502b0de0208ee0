import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementTable, cohenKappa, fleissKappa, levelsOf, lightKappa, ratingCounts } from './index.ts';
import { agreementWeights } from './cohen-kappa.ts';

const about = (value: number) => expect.closeTo(value, 11) as number;

describe("Cohen's kappa", () => {
  // Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., table 18.1: kappa 0.68. The rest:
  // Python, statsmodels 0.15.0, cohens_kappa (linear and quadratic weights), and numpy for the second table.
  const diagnoses = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ];
  it('with its test and its interval', () => {
    expect(cohenKappa(diagnoses)).toMatchObject({ n: 100, kappa: about(0.676470588235294), test: { z: about(8.879051519545103) } });
    const z = 1.959963984540054;
    const [low, high] = [0.676470588235294 - z * 0.08770295347521252, 0.676470588235294 + z * 0.08770295347521252];
    expect(cohenKappa(diagnoses)).toMatchObject({ interval: [about(low), about(high)] });
  });
  it('weighted by distance', () => {
    expect(cohenKappa(diagnoses, { weights: 'linear' })).toMatchObject({
      kappa: about(0.7222222222222222),
      test: { z: about(8.220095431484348) },
    });
    const grades = [
      [11, 3, 0],
      [2, 9, 4],
      [0, 1, 10],
    ];
    expect(cohenKappa(grades, { weights: 'quadratic' })).toMatchObject({
      kappa: about(0.8082454458293384),
      test: { z: about(5.155965713682405) },
    });
  });
  // Smeeton (1985) / Feinstein and Cicchetti (1990): the same agreement, other margins
  it('the paradox of the margins', () => {
    expect(
      cohenKappa([
        [45, 15],
        [25, 15],
      ]),
    ).toMatchObject({ observed: about(0.6), kappa: expect.closeTo(0.1304, 4) as number });
    expect(
      cohenKappa([
        [25, 35],
        [5, 35],
      ]),
    ).toMatchObject({ observed: about(0.6), kappa: expect.closeTo(0.2593, 4) as number });
  });
  it('a rater who never varies has kappa 0 and no test', () =>
    expect(
      cohenKappa([
        [0, 0, 0],
        [3, 14, 3],
        [0, 0, 0],
      ]),
    ).toMatchObject({ kappa: about(0), test: null }));
  it('has no value when both never vary, and none for nobody', () => {
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kind: 'undetermined', reason: 'constant' });
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
    expect(() =>
      cohenKappa([
        [1, -2],
        [1, 1],
      ]),
    ).toThrow(RangeError);
    expect(() => agreementTable(['a'], ['z'], ['a'])).toThrow(RangeError);
    expect(() => agreementTable(['a'], [], ['a'])).toThrow(RangeError);
    expect(() => agreementTable([], [], ['a', 'a'])).toThrow(RangeError);
  });
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
  it('does not mind who is first, nor, unweighted, the order of levels', () =>
    fc.assert(
      fc.property(table, (counts) => {
        const kappa = cohenKappa(counts);
        const turned = cohenKappa(counts.map((_, i) => counts.map((row) => row[i]!)));
        const mirrored = cohenKappa(counts.map((row) => row.toReversed()).toReversed());
        expect([turned.kind, mirrored.kind]).toEqual([kappa.kind, kappa.kind]);
        if (kappa.kind !== 'cohen-kappa') return;
        expect(turned).toMatchObject({ kappa: about(kappa.kappa) });
        expect(mirrored).toMatchObject({ kappa: about(kappa.kappa) });
        expect(kappa.kappa).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    ));
  it('two levels have nothing between them, so that weights change nothing', () =>
    expect([agreementWeights(2, 'linear'), agreementWeights(2, 'quadratic')]).toEqual([
      agreementWeights(2, 'unweighted'),
      agreementWeights(2, 'unweighted'),
    ]));
});

describe('agreement of several raters', () => {
  // the worked example of Wikipedia, "Fleiss' kappa": 14 raters, 10 subjects, 5 categories, κ = 0.210; test with numpy
  const subjects = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  it("Fleiss' kappa", () => {
    const found = fleissKappa(subjects);
    expect(found).toMatchObject({ n: 10, raters: 14, kappa: about(0.20993070442195522) });
    expect(found).toHaveProperty('test.z', expect.closeTo(12.374291059190464, 9));
  });
  it('does not mind the order of subjects or categories', () => {
    const shuffled = subjects.map((row) => row.toReversed()).toReversed();
    expect(fleissKappa(shuffled)).toMatchObject({ kappa: about(0.20993070442195522) });
  });
  // Python: mean of the three kappas 0.5, 0.5, 0.2
  it("Light's kappa of named categories", () => {
    const rows = ['aaa', 'bba', 'bbb', 'aba'].map((row) => [...row]);
    expect(lightKappa(rows)).toMatchObject({ n: 4, raters: 3, kappa: about(0.4) });
    expect(ratingCounts(rows, levelsOf(rows))).toEqual([
      [3, 0],
      [1, 2],
      [0, 3],
      [2, 1],
    ]);
  });
  it('says what is missing', () => {
    expect(fleissKappa([])).toMatchObject({ kind: 'insufficient' });
    expect(fleissKappa([[1, 0]])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ kind: 'undetermined', reason: 'constant' });
    expect(() =>
      fleissKappa([
        [3, 0],
        [1, 1],
      ]),
    ).toThrow(RangeError);
    expect(
      lightKappa([
        ['a', 'a', 'b'],
        ['a', 'a', 'c'],
      ]),
    ).toMatchObject({ kind: 'undetermined', columns: [0, 1] });
    expect(lightKappa([['a']])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
  });
});
