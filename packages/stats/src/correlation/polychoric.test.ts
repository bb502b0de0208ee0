import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellProbabilities, cellSlopesByRho, cellSlopesByRowCut } from './bivariate-normal-cells.ts';
import { factorAnalysisOfCorrelation } from '../factor/index.ts';
import { pairCountsOf, pairTable } from '../moments/pair-counts.ts';
import { normalDeviate } from '../random/normal-deviate.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { polychoric, polychoricFromCounts, polychoricMaximumLikelihoodFromCounts, squareOfPairs } from './index.ts';

// Figures: Python 3.11, scipy 1.17.1: cells by multivariate_normal.cdf, likelihood maximised by minimize_scalar (two steps) and by
// Nelder–Mead over all parameters; standard error from second differences.
const table = [
  [13, 6, 2, 1],
  [5, 9, 8, 3],
  [1, 4, 10, 12],
];

describe('polychoric correlation', () => {
  it('in two steps', () => {
    const found = polychoricFromCounts(table);
    expect(found).toMatchObject({
      n: 74,
      rho: expect.closeTo(0.6985802397971717, 7),
      standardError: expect.closeTo(0.07369544154404999, 7),
      logLikelihood: expect.closeTo(-167.32188491774843, 9),
    });
    expect(found).toMatchObject({ thresholds: { rows: [expect.closeTo(-0.532189730919, 10), expect.closeTo(0.34548507372, 10)] } });
  });
  it('by maximum likelihood', () => {
    const found = polychoricMaximumLikelihoodFromCounts(table);
    expect(found).toMatchObject({ rho: expect.closeTo(0.6985975533500434, 6), logLikelihood: expect.closeTo(-167.31676875599703, 9) });
    expect(found).toMatchObject({
      thresholds: { columns: [expect.closeTo(-0.654259, 5), expect.closeTo(0.044093, 5), expect.closeTo(0.785371, 5)] },
    });
  });
  // Sheppard (1899): cut at the medians, P(both above) = 1/4 + arcsin ρ / 2π.
  it.each([
    [30, 10],
    [45, 15],
    [12, 28],
  ])('of two halves, %d like and %d unlike', (like, unlike) => {
    const rho = Math.sin(2 * Math.PI * (like / (2 * (like + unlike)) - 0.25));
    const counts = [
      [like, unlike],
      [unlike, like],
    ];
    expect(polychoricFromCounts(counts)).toMatchObject({ rho: expect.closeTo(rho, 10) });
    expect(polychoricMaximumLikelihoodFromCounts(counts)).toMatchObject({ rho: expect.closeTo(rho, 10) });
  });
});

describe('factors behind coarse answers', () => {
  it('polychoric correlations recover the loadings that made them', () => {
    const random = seededRandom(4);
    const rows = Array.from({ length: 4000 }, () => {
      const common = normalDeviate(random);
      return [0.8, 0.7, 0.6, 0.5].map((loading) => (loading * common + Math.sqrt(1 - loading ** 2) * normalDeviate(random) > 0.5 ? 2 : 1));
    });
    const counts = pairCountsOf(rows, { items: 4, levels: [1, 2] });
    const matrix = squareOfPairs(4, (x, y) => {
      const found = polychoricFromCounts(pairTable(counts, x, y));
      return found.kind === 'polychoric' ? found.rho : NaN;
    });
    const found = factorAnalysisOfCorrelation({ n: 4000, matrix }, { factors: 1 });
    if (found.kind !== 'factor-analysis') throw new Error(found.kind);
    // The standard error of a loading is about 0.03 here.
    for (const [item, loading] of [0.8, 0.7, 0.6, 0.5].entries()) expect(Math.abs(found.pattern[item]![0]! - loading)).toBeLessThan(0.1);
  });
});

describe('edges of the polychoric correlation', () => {
  it('runs to ±1 where the likelihood rises to the end', () => {
    const corner = [
      [10, 0],
      [5, 5],
    ];
    expect(polychoricFromCounts(corner)).toMatchObject({ rho: 1, standardError: null, interval: null });
    expect(polychoricMaximumLikelihoodFromCounts(corner)).toMatchObject({ rho: 1 });
    expect(polychoric([1, 2, 3], [3, 2, 1])).toMatchObject({ rho: -1 });
  });
  it('drops categories that nobody chose', () => {
    const gaps = [
      [13, 0, 6, 2, 1],
      [0, 0, 0, 0, 0],
      [5, 0, 9, 8, 3],
      [1, 0, 4, 10, 12],
    ];
    expect(polychoricFromCounts(gaps)).toEqual(polychoricFromCounts(table));
  });
  it('needs answers, and two categories on each scale', () => {
    expect(polychoricFromCounts([])).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
    expect(polychoricFromCounts([[3, 4]])).toEqual({ kind: 'undetermined', n: 7, reason: 'constant', columns: [0] });
    expect(() => polychoricFromCounts([[1, -1]])).toThrow(RangeError);
    expect(() => polychoric([1, NaN], [1, 2])).toThrow(RangeError);
  });
});

describe('invariants of the polychoric correlation', () => {
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 4 });
  it('rows for columns change nothing, a turned scale turns the sign, and it stays within −1..1', () =>
    fc.assert(
      fc.property(counts, (cells) => {
        const found = polychoricFromCounts(cells);
        if (found.kind !== 'polychoric') return;
        expect(Math.abs(found.rho)).toBeLessThanOrEqual(1);
        const across = (cells[0] ?? []).map((_, j) => cells.map((row) => row[j] ?? 0));
        expect(polychoricFromCounts(across)).toMatchObject({ rho: expect.closeTo(found.rho, 8) });
        expect(polychoricFromCounts([...cells].reverse())).toMatchObject({ rho: expect.closeTo(-found.rho, 8) });
      }),
      { seed: 22, numRuns: 30 },
    ));
  it('slopes of the cells are what differences say', () => {
    const cut = { rowCuts: [-0.4, 0.7], columnCuts: [0.1], rho: 0.6 };
    const step = 1e-5;
    const moved = (by: number) => cellProbabilities({ ...cut, rho: cut.rho + by }).flat();
    const shifted = (by: number) => cellProbabilities({ ...cut, rowCuts: [-0.4, 0.7 + by] }).flat();
    const slope = (at: (by: number) => number[]) => at(step).map((value, index) => (value - at(-step)[index]!) / (2 * step));
    for (const [index, value] of slope(moved).entries()) expect(cellSlopesByRho(cut).flat()[index]).toBeCloseTo(value, 8);
    for (const [index, value] of slope(shifted).entries()) expect(cellSlopesByRowCut(cut, 1).flat()[index]).toBeCloseTo(value, 8);
    expect(
      cellProbabilities(cut)
        .flat()
        .reduce((sum, p) => sum + p, 0),
    ).toBeCloseTo(1, 14);
  });
});
