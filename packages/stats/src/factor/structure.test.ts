import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { eightAnswers as rows } from '../moments/eight-answers.testing.ts';
import { seededRandom } from '../random/seeded-random.ts';
import {
  componentScores,
  factorAnalysis,
  factorAnalysisFromMoments,
  factorScores,
  parallelAnalysis,
  parallelAnalysisFromMoments,
  principalComponents,
  principalComponentsFromMoments,
  samplingAdequacy,
  samplingAdequacyFromMoments,
  sphericity,
  sphericityFromMoments,
} from './index.ts';
import { physicalVariables } from './published-correlations.testing.ts';
import { chiSquareDeviate, wishartDeviate } from './wishart-deviate.ts';

const physical = {
  n: 305,
  origin: physicalVariables.map(() => 0),
  sums: physicalVariables.map(() => 0),
  products: physicalVariables.map((row) => row.map((r) => 304 * r)),
};
const near = (values: readonly number[], digits = 9) => values.map((value) => expect.closeTo(value, digits) as number);

describe('are factors to be looked for?', () => {
  // Python 3.11, numpy 2.4.6 and scipy 1.17.1 by definition.
  it('Kaiser, Meyer, Olkin', () => {
    const found = samplingAdequacy(rows);
    expect(found).toMatchObject({ n: 8, overall: expect.closeTo(0.39412696441474615, 11) });
    expect(found).toMatchObject({ items: near([0.43604863, 0.3844617, 0.39587947, 0.29609571], 7) });
  });
  it('Bartlett', () =>
    expect(sphericity(rows)).toMatchObject({
      chiSquare: expect.closeTo(17.536888521132777, 9),
      df: 6,
      p: expect.closeTo(0.007500003210881009, 10),
    }));
  it('not from too few, constant, or dependent items', () => {
    expect(sphericity([])).toEqual({ kind: 'insufficient', n: 0, needed: 3 });
    expect(sphericity(rows.slice(0, 4))).toEqual({ kind: 'insufficient', n: 4, needed: 5 });
    expect(samplingAdequacy(rows.map((row) => [...row, 1]))).toEqual({ kind: 'undetermined', n: 8, reason: 'constant', columns: [4] });
    for (const measure of [samplingAdequacy, sphericity])
      expect(measure(rows.map((row) => [...row, row[0]!]))).toEqual({ kind: 'undetermined', n: 8, reason: 'singular' });
    expect(
      samplingAdequacy([
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ]),
    ).toMatchObject({ reason: 'no-variation' });
    expect(() => sphericity([[1], [2]])).toThrow(RangeError);
  });
});

describe('principal components', () => {
  // Python 3.11, numpy 2.4.6: eigvalsh.
  it('eigenvalues of published correlations', () =>
    expect(principalComponentsFromMoments(physical)).toMatchObject({
      eigenvalues: near([4.672879598, 1.770982845, 0.48103549, 0.421440781, 0.233221257, 0.186673518, 0.13730387, 0.09646264], 8),
      aboveMean: 2,
    }));
  it.each(['correlation', 'covariance'] as const)(
    'of the %s matrix: scores are uncorrelated and have the eigenvalues as variances',
    (matrix) => {
      const found = principalComponents(rows, { matrix });
      if (found.kind !== 'principal-components') throw new Error(found.kind);
      const scores = crossMomentsOf(componentScores(found, rows));
      for (const [i, row] of scores.products.entries())
        for (const j of row.keys()) {
          const covariance = (row[j]! - (scores.sums[i]! * scores.sums[j]!) / 8) / 7;
          expect(covariance).toBeCloseTo(i === j ? found.eigenvalues[i]! : 0, 10);
        }
      expect(found.cumulative[3]).toBeCloseTo(1, 12);
    },
  );
  it('loadings of a correlation matrix are correlations: their squares sum to 1 per item', () => {
    const found = principalComponentsFromMoments(physical);
    if (found.kind !== 'principal-components') throw new Error(found.kind);
    for (const row of found.loadings) expect(row.reduce((sum, loading) => sum + loading ** 2, 0)).toBeCloseTo(1, 12);
  });
  it('counts components above the mean, however close', () =>
    expect(
      principalComponentsFromMoments({
        n: 101,
        origin: [0, 0],
        sums: [0, 0],
        products: [
          [100, 5],
          [5, 100],
        ],
      }),
    ).toMatchObject({
      eigenvalues: near([1.05, 0.95]),
      aboveMean: 1,
    }));
  it('edges', () => {
    expect(principalComponents([[1, 2]])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(
      principalComponents([
        [1, 2],
        [1, 3],
      ]),
    ).toMatchObject({ reason: 'constant', columns: [0] });
    expect(
      principalComponents(
        [
          [1, 2],
          [1, 2],
        ],
        { matrix: 'covariance' },
      ),
    ).toMatchObject({ reason: 'no-variation' });
    expect(() => componentScores({ vectors: [[1]], centre: [0], scale: [1] }, [[1, 2]])).toThrow(RangeError);
  });
});

describe('parallel analysis', () => {
  const sample = {
    n: 60,
    origin: [0, 0, 0, 0],
    sums: [0, 0, 0, 0],
    products: physicalVariables.slice(0, 4).map((row) => row.slice(0, 4).map((r) => 59 * r)),
  };
  // Python 3.11, numpy 2.4.6: eigenvalues of the correlations of 60 × 4 normal values, 40,000 times.
  it('of 60 answers to 4 items', () => {
    const found = parallelAnalysisFromMoments(sample, { seed: 3, simulations: 3000 });
    expect(found).toMatchObject({ components: 1, componentsAboveMean: 1, method: { seed: 3, simulations: 3000, quantile: 0.95 } });
    if (found.kind !== 'parallel-analysis') throw new Error(found.kind);
    for (const [index, value] of [1.295408778, 1.07462101, 0.908228639, 0.721741573].entries())
      expect(Math.abs(found.randomMeans[index]! - value)).toBeLessThan(0.008);
    for (const [index, value] of [1.474198469, 1.181025704, 0.997613597, 0.849885577].entries())
      expect(Math.abs(found.randomQuantiles[index]! - value)).toBeLessThan(0.015);
  });
  it('is the same for the same seed, and costs the same for a billion', () => {
    const [own, again] = [7, 7].map((seed) => parallelAnalysisFromMoments({ ...sample, n: 1e9 }, { seed, simulations: 20 }));
    expect(own).toEqual(again);
    expect(own).toMatchObject({ components: 1, randomMeans: near([1, 1, 1, 1], 3) });
  });
  it('edges', () => {
    expect(parallelAnalysis(rows.slice(0, 4), { seed: 1 })).toEqual({ kind: 'insufficient', n: 4, needed: 5 });
    expect(() => parallelAnalysis(rows, { seed: 1, simulations: 0 })).toThrow(RangeError);
    expect(() => parallelAnalysis(rows, { seed: 1, quantile: 95 })).toThrow(RangeError);
  });
  it('draws χ² and Wishart deviates with the moments of theory', () => {
    const random = seededRandom(11);
    for (const df of [1, 7, 9, 250]) {
      const draws = Array.from({ length: 4000 }, () => chiSquareDeviate(df, random));
      const mean = draws.reduce((sum, draw) => sum + draw, 0) / 4000;
      const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / 4000;
      expect(Math.abs(mean - df)).toBeLessThan(4.5 * Math.sqrt((2 * df) / 4000));
      expect(variance / (2 * df)).toBeGreaterThan(0.8);
      expect(variance / (2 * df)).toBeLessThan(1.25);
    }
    const drawn = Array.from({ length: 4000 }, () => wishartDeviate(3, 10, random));
    for (const i of [0, 1, 2]) expect(Math.abs(drawn.reduce((sum, draw) => sum + draw[i]![i]!, 0) / 4000 - 10)).toBeLessThan(0.35);
    expect(Math.abs(drawn.reduce((sum, draw) => sum + draw[2]![1]! ** 2, 0) / 4000 - 10)).toBeLessThan(1.5);
    expect(() => wishartDeviate(3, 2, random)).toThrow(RangeError);
    expect(() => chiSquareDeviate(0.5, random)).toThrow(RangeError);
  });
});

const survey = Array.from({ length: 60 }, (_, i) => {
  const [a, b] = [i % 7, (i * 5) % 11];
  return [a + (i % 4), a + ((i * i) % 5), a - (i % 5), b + ((i * 3) % 8), b - (i % 9), b + a + ((i * 7) % 10)];
});

describe('factor scores', () => {
  it.each(['regression', 'bartlett'] as const)('%s: standard deviations are those of the scores', (method) => {
    const solution = factorAnalysis(survey, { factors: 2, rotation: { kind: 'oblimin' } });
    if (solution.kind !== 'factor-analysis') throw new Error(solution.kind);
    const found = factorScores(survey, solution, method);
    if (found.kind !== 'factor-scores') throw new Error(found.kind);
    for (const [factor, deviation] of found.standardDeviations.entries()) {
      const own = found.scores.map((row) => row[factor]!);
      expect(own.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 8);
      expect(Math.sqrt(own.reduce((sum, score) => sum + score ** 2, 0) / 59)).toBeCloseTo(deviation, 10);
      expect(deviation < 1).toBe(method === 'regression');
    }
  });
  it("Bartlett's are unbiased: weights times pattern is the identity", () => {
    const solution = factorAnalysis(survey, { factors: 2 });
    if (solution.kind !== 'factor-analysis') throw new Error(solution.kind);
    const found = factorScores(survey, solution, 'bartlett');
    if (found.kind !== 'factor-scores') throw new Error(found.kind);
    for (const a of [0, 1])
      for (const b of [0, 1]) {
        const cell = found.weights.reduce((sum, row, item) => sum + row[a]! * solution.pattern[item]![b]!, 0);
        expect(cell).toBeCloseTo(a === b ? 1 : 0, 9);
      }
  });
  // Python 3.11, numpy 2.4.6: weights from the scipy solution of the unrotated minimum-residual factors.
  it('of published correlations: weights of the first variable, standard deviations', () => {
    const solution = factorAnalysisFromMoments(physical, { factors: 2, rotation: { kind: 'none' } });
    if (solution.kind !== 'factor-analysis') throw new Error(solution.kind);
    const people = rowsWith(physicalVariables);
    const [regression, bartlett] = [factorScores(people, solution, 'regression'), factorScores(people, solution, 'bartlett')];
    if (regression.kind !== 'factor-scores' || bartlett.kind !== 'factor-scores') throw new Error('undetermined');
    expect(regression.weights[0]).toEqual(near([0.155012345, -0.237488174], 6));
    expect(bartlett.weights[0]).toEqual(near([0.186737411, -0.191290853], 6));
    expect(regression.standardDeviations).toEqual(near([0.981642349, 0.942176305], 6));
    expect(bartlett.standardDeviations).toEqual(near([1.019157545, 1.062997368], 6));
  });
  it('refuses a solution of other items', () => {
    const solution = factorAnalysis(survey, { factors: 2 });
    if (solution.kind !== 'factor-analysis') throw new Error(solution.kind);
    expect(() => factorScores(rows, solution, 'regression')).toThrow(RangeError);
  });
});

describe('invariants', () => {
  it('split anywhere and added, moments give what rows give', () =>
    fc.assert(
      fc.property(fc.nat(60), (cut) => {
        const [whole, parts] = [
          crossMomentsOf(survey),
          addCrossMoments(crossMomentsOf(survey.slice(0, cut)), crossMomentsOf(survey.slice(cut))),
        ];
        const options = { factors: 2, extraction: 'maximum-likelihood', rotation: { kind: 'promax' } } as const;
        for (const measure of [
          samplingAdequacyFromMoments,
          sphericityFromMoments,
          principalComponentsFromMoments,
          (moments: typeof whole) => factorAnalysisFromMoments(moments, options),
        ])
          expectClose(measure(parts), measure(whole));
      }),
      { seed: 22, numRuns: 10 },
    ));
  it('units and order of the items change no factor', () => {
    const options = { factors: 2, rotation: { kind: 'varimax' } } as const;
    const [own, scaled, turned] = [
      survey,
      survey.map((row) => row.map((value, i) => value * (i + 1) + 50)),
      survey.map((row) => [...row].reverse()),
    ].map((table) => factorAnalysis(table, options));
    if (own?.kind !== 'factor-analysis' || turned?.kind !== 'factor-analysis') throw new Error('undetermined');
    expectClose(scaled, own);
    expectClose([...turned.communalities].reverse(), own.communalities);
    expectClose([...turned.pattern].reverse(), own.pattern);
  });
});

/** Rows whose correlations are exactly these: orthogonal contrasts times the Cholesky factor. */
function rowsWith(correlation: readonly (readonly number[])[]): number[][] {
  const lower = choleskyOf(correlation);
  const contrasts = Array.from({ length: 16 }, (_, row) => lower.map((_, column) => (bits(row & (column + 1)) % 2 === 0 ? 1 : -1)));
  return contrasts.map((signs) => lower.map((own) => own.reduce((sum, cell, k) => sum + cell * signs[k]!, 0)));
}
const bits = (value: number): number => value.toString(2).replaceAll('0', '').length;

function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const rest = row[j]! - own.slice(0, j).reduce((sum, cell, k) => sum + cell * (lower[j] ?? own)[k]!, 0);
      own.push(i === j ? Math.sqrt(rest) : rest / lower[j]![j]!);
    }
    lower.push(own);
  }
  return lower.map((own) => [...own, ...Array<number>(matrix.length - own.length).fill(0)]);
}

function expectClose(found: unknown, wanted: unknown): void {
  const close = (value: unknown): unknown => {
    if (typeof value === 'number') return expect.closeTo(value, 6);
    if (Array.isArray(value)) return value.map(close);
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, close(own)]))
      : value;
  };
  expect(found).toEqual(close(wanted));
}
