import { describe, expect, it } from 'vitest';
import { factorAnalysisOfCorrelation, type FactorAnalysisOptions } from './index.ts';
import { likelihoodCurve, maximumLikelihoodFactors } from './maximum-likelihood-factors.ts';
import { minimumResidualFactors, residualCurve } from './minimum-residual-factors.ts';
import { principalAxisFactors } from './principal-axis-factors.ts';
import { abilityTests, physicalVariables } from './published-correlations.testing.ts';

const places = (values: readonly number[], digits: number) => values.map((value) => Number(value.toFixed(digits)));
const analyse = (matrix: readonly (readonly number[])[], n: number, options: FactorAnalysisOptions) => {
  const found = factorAnalysisOfCorrelation({ n, matrix }, options);
  if (found.kind !== 'factor-analysis') throw new Error(found.kind);
  return found;
};

// R 4.2.2: examples of factanal, three places as printed.
describe('maximum likelihood, as R finds it', () => {
  it('two factors of eight physical variables', () => {
    const found = analyse(physicalVariables, 305, { factors: 2, extraction: 'maximum-likelihood', rotation: { kind: 'varimax' } });
    expect(places(found.uniquenesses, 3)).toEqual([0.17, 0.107, 0.166, 0.199, 0.089, 0.364, 0.416, 0.537]);
    expect(found.fit).toMatchObject({ df: 13, chiSquare: expect.closeTo(75.74, 2), p: expect.closeTo(6.94e-11, 12) });
  });
  it('one and two factors of six tests of ability', () => {
    const one = analyse(abilityTests, 112, { factors: 1, extraction: 'maximum-likelihood' });
    expect(places(one.uniquenesses, 3)).toEqual([0.535, 0.853, 0.748, 0.91, 0.232, 0.28]);
    expect(one.fit).toMatchObject({ df: 9, chiSquare: expect.closeTo(75.18, 2) });
    const two = analyse(abilityTests, 112, { factors: 2, extraction: 'maximum-likelihood', rotation: { kind: 'none' } });
    expect(places(two.uniquenesses, 3)).toEqual([0.455, 0.589, 0.218, 0.769, 0.052, 0.334]);
    expect(two.fit).toMatchObject({ df: 4, chiSquare: expect.closeTo(6.11, 2), p: expect.closeTo(0.191, 3) });
  });
});

// Python 3.11, scipy 1.17.1: the sum of squared off-diagonal residuals minimised by BFGS over all loadings.
describe('minimum residual', () => {
  const canonical = [
    [0.856020004, -0.324418123],
    [0.848235517, -0.411488193],
    [0.80820503, -0.409010789],
    [0.83090945, -0.342406825],
    [0.750355064, 0.571249059],
    [0.63065172, 0.49213699],
    [0.568734497, 0.509538362],
    [0.607399603, 0.350711851],
  ];
  it('loadings', () => {
    const found = analyse(physicalVariables, 305, { factors: 2, rotation: { kind: 'none' } });
    for (const [i, row] of canonical.entries())
      for (const [j, loading] of row.entries()) expect(found.pattern[i]![j]).toBeCloseTo(loading, 7);
    expect(found.fit).toMatchObject({
      objective: expect.closeTo(0.26240136913547474, 7),
      chiSquare: expect.closeTo(78.50174293302953, 5),
      rmsr: expect.closeTo(0.020748408961596788, 9),
    });
    expect(found.method).toMatchObject({ extraction: 'minimum-residual', rotation: { kind: 'none' } });
  });
  it('is where iterated principal axes end', () => {
    const [axes, residual] = [principalAxisFactors(physicalVariables, 2), minimumResidualFactors(physicalVariables, 2)];
    for (const [i, row] of (residual?.loadings ?? []).entries())
      for (const [j, loading] of row.entries()) expect(axes?.loadings[i]![j]).toBeCloseTo(loading, 8);
    expect(residual?.iterations).toBeLessThan(10);
  });
});

describe('conventions of unrotated factors', () => {
  it('L′Ψ⁻¹L is diagonal for maximum likelihood, L′L for the others', () => {
    const likelihood = maximumLikelihoodFactors(physicalVariables, 2)?.loadings ?? [];
    const weights = likelihood.map((row) => 1 / (1 - row.reduce((sum, loading) => sum + loading ** 2, 0)));
    expect(crossProduct(likelihood, weights)).toBeCloseTo(0, 7);
    for (const extract of [minimumResidualFactors, principalAxisFactors]) {
      const loadings = extract(abilityTests, 2)?.loadings ?? [];
      expect(
        crossProduct(
          loadings,
          loadings.map(() => 1),
        ),
      ).toBeCloseTo(0, 7);
    }
  });
});

describe('derivatives', () => {
  const uniquenesses = [0.3, 0.2, 0.35, 0.3, 0.25, 0.4, 0.5, 0.6];
  it.each([
    ['likelihood', likelihoodCurve, uniquenesses.map(Math.log)],
    ['residuals', residualCurve, uniquenesses],
  ] as const)('of the %s are what differences say', (_, curve, point) => {
    const at = (moved: number, by: number) =>
      present(
        curve(
          physicalVariables,
          2,
          point.map((x, i) => (i === moved ? x + by : x)),
        ),
      );
    const [here, step] = [at(0, 0), 1e-5];
    for (const j of point.keys()) {
      const [after, before] = [at(j, step), at(j, -step)];
      expect(here.gradient[j]).toBeCloseTo((after.value - before.value) / (2 * step), 7);
      for (const i of point.keys())
        expect(present(here.hessian())[i]![j]).toBeCloseTo((after.gradient[i]! - before.gradient[i]!) / (2 * step), 6);
    }
  });
});

describe('recovery', () => {
  const loadings = [
    [0.8, 0],
    [0.7, 0.1],
    [0.6, 0.2],
    [0.1, 0.7],
    [0, 0.6],
    [0.2, 0.5],
    [0.4, 0.4],
  ];
  const reproduced = loadings.map((row, i) => loadings.map((other, j) => (i === j ? 1 : row[0]! * other[0]! + row[1]! * other[1]!)));
  it.each(['minimum-residual', 'principal-axis', 'maximum-likelihood'] as const)(
    'of communalities that hold exactly, by %s',
    (extraction) => {
      const found = analyse(reproduced, 500, { factors: 2, extraction, rotation: { kind: 'varimax' } });
      for (const [i, row] of loadings.entries()) expect(found.communalities[i]).toBeCloseTo(row[0]! ** 2 + row[1]! ** 2, 6);
      expect(found.fit).toMatchObject({ objective: expect.closeTo(0, 8), rmsr: expect.closeTo(0, 8), p: expect.closeTo(1, 8) });
    },
  );
});

describe('edges of extraction', () => {
  const twice = [
    [1, 1, 0.3, 0.2],
    [1, 1, 0.3, 0.2],
    [0.3, 0.3, 1, 0.4],
    [0.2, 0.2, 0.4, 1],
  ];
  it('a singular matrix has no likelihood, but residuals; the fit then has no χ²', () => {
    const options = { factors: 1, rotation: { kind: 'none' } } as const;
    expect(factorAnalysisOfCorrelation({ n: 50, matrix: twice }, { ...options, extraction: 'maximum-likelihood' })).toEqual({
      kind: 'undetermined',
      n: 50,
      reason: 'singular',
    });
    const found = analyse(twice, 50, options);
    expect(found.fit).toMatchObject({ objective: null, chiSquare: null, p: null });
    // scipy as below: the twins' loading
    expect(found.pattern[0]![0]).toBeCloseTo(0.98562133, 7);
    expect(found.heywood).toEqual([]);
  });
  it('a Heywood case stays at the border and is named', () => {
    const improper = [
      [1, 0.8, 0.6],
      [0.8, 1, 0.4],
      [0.6, 0.4, 1],
    ];
    for (const extraction of ['minimum-residual', 'maximum-likelihood', 'principal-axis'] as const)
      expect(analyse(improper, 90, { factors: 1, extraction }).heywood).toEqual([0]);
    expect(maximumLikelihoodFactors(improper, 1)?.uniquenesses[0]).toBeCloseTo(0.005, 12);
  });
  it('refuses more factors than the items identify', () => {
    for (const factors of [0, 3, 1.5, 6])
      expect(() => factorAnalysisOfCorrelation({ n: 90, matrix: twice }, { factors })).toThrow(RangeError);
  });
});

/** The largest off-diagonal cell of L′WL. */
function crossProduct(loadings: readonly (readonly number[])[], weights: readonly number[]): number {
  const factors = [...(loadings[0] ?? []).keys()];
  const cells = factors.flatMap((a) =>
    factors.filter((b) => b !== a).map((b) => Math.abs(loadings.reduce((sum, row, i) => sum + weights[i]! * row[a]! * row[b]!, 0))),
  );
  return Math.max(...cells);
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('does not exist');
  return value;
}
