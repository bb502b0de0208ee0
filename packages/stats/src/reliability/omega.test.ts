import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { physicalVariables } from '../factor/published-correlations.testing.ts';
import { omega, omegaFromMoments } from './index.ts';
import { oneFactorLikelihood, oneFactorModel } from './one-factor-model.ts';

/** Moments of n observations with mean 0 and these covariances, denominator n. */
const momentsWith = (covariance: readonly (readonly number[])[], n: number) => ({
  n,
  origin: covariance.map(() => 0),
  sums: covariance.map(() => 0),
  products: covariance.map((row) => row.map((cell) => cell * n)),
});
const units = [1, 1.5, 0.8, 2, 1.2];
const correlation = [
  [1, 0.45, 0.5, 0.3, 0.35],
  [0.45, 1, 0.4, 0.35, 0.3],
  [0.5, 0.4, 1, 0.25, 0.42],
  [0.3, 0.35, 0.25, 1, 0.2],
  [0.35, 0.3, 0.42, 0.2, 1],
];
const covariance = correlation.map((row, i) => row.map((r, j) => r * units[i]! * units[j]!));
const near = (value: number): number => expect.closeTo(value, 6) as number;

describe('ω of one factor', () => {
  // Python 3.11, scipy 1.17.1: the discrepancy minimised by BFGS and Nelder–Mead over loadings and error variances; interval from the
  // expected information, derivatives of Σ by differences.
  it('with loadings, errors, fit and interval', () => {
    const found = omegaFromMoments(momentsWith(covariance, 200));
    expect(found).toMatchObject({
      n: 200,
      omega: near(0.6751653398196537),
      interval: [near(0.599286958838127), near(0.7428410286909531)],
      loadings: [near(0.7113077), near(0.93023987), near(0.55301017), near(0.85586544), near(0.63134673)],
      uniquenesses: [near(0.49404134), near(1.38465382), near(0.33417974), near(3.2674943), near(1.04140128)],
      averageVarianceExtracted: near(0.3656664319790009),
      compositeReliability: near(0.736417412595737),
    });
    expect(found).toMatchObject({
      fit: {
        chiSquare: near(6.726154682846186),
        df: 5,
        p: near(0.24181603841378124),
        comparativeFitIndex: near(0.9906410246205565),
        tuckerLewisIndex: near(0.981282049241113),
        rmsea: near(0.041547017737091387),
        srmr: near(0.03196849700998828),
      },
    });
  });
  // R 4.2.2, example of factanal: one factor of Harman23.cor, eight physical variables of 305 girls (Harman 1976): uniquenesses to three
  // places, and χ² 611.44, which is the discrepancy times (304 − 21/6 − 2/3).
  it('of eight physical variables, as R finds it', () => {
    const model = oneFactorModel(physicalVariables);
    expect(model?.uniquenesses.map((value) => Number(value.toFixed(3)))).toEqual([0.158, 0.135, 0.19, 0.187, 0.76, 0.829, 0.877, 0.801]);
    expect((model?.discrepancy ?? NaN) * (304 - 21 / 6 - 2 / 3)).toBeCloseTo(611.44, 2);
  });
  // Python 3.11, scipy 1.17.1: BFGS with the analytic gradient.
  it('of two groups of items, which one factor does not fit', () => {
    const grouped: number[][] = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => (i === j ? 1 : i < 3 === j < 3 ? 0.7 : 0.1)),
    );
    grouped[0]![1] = grouped[1]![0] = 0.8;
    const model = oneFactorModel(grouped);
    expect(model?.discrepancy).toBeCloseTo(1.5058764923630727, 9);
    expect(model?.loadings).toEqual([0.89345849, 0.89345849, 0.783209, 0.13417132, 0.13417132, 0.13417132].map(near));
  });
  // Three items have a closed form: λ₁² = r₁₂ r₁₃ / r₂₃.
  it('of three items by the closed form, beyond the border too', () => {
    const proper = oneFactorModel(triple(0.42, 0.35, 0.3));
    expect(proper?.loadings).toEqual([expect.closeTo(0.7, 10), expect.closeTo(0.6, 10), expect.closeTo(0.5, 10)]);
    const heywood = oneFactorModel(triple(0.8, 0.6, 0.4));
    expect(heywood?.uniquenesses).toEqual([expect.closeTo(-0.2, 8), expect.closeTo(1 - 8 / 15, 8), expect.closeTo(0.7, 8)]);
  });
});

describe('derivatives of the likelihood', () => {
  const point = [0.7, 0.6, 0.8, 0.3, 0.5, 0.5, 0.7, 0.4, 0.8, 0.6];
  it('are what differences say, far from the maximum', () => {
    const at = (moved: number, by: number) => {
      const found = oneFactorLikelihood(
        correlation,
        point.map((x, i) => (i === moved ? x + by : x)),
      );
      if (found?.observed === undefined) throw new Error('impossible');
      return { ...found, observed: found.observed };
    };
    const [here, step] = [at(0, 0), 1e-5];
    for (const j of point.keys()) {
      const [after, before] = [at(j, step), at(j, -step)];
      expect(here.gradient[j]).toBeCloseTo((after.value - before.value) / (2 * step), 7);
      for (const i of point.keys()) expect(here.observed[i]![j]).toBeCloseTo((before.gradient[i]! - after.gradient[i]!) / (2 * step), 6);
    }
  });
});

describe('edges of ω', () => {
  it('needs more answers than items, items that vary, and three of them', () => {
    expect(omega([])).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
    expect(omegaFromMoments(momentsWith(covariance, 5))).toEqual({ kind: 'insufficient', n: 5, needed: 6 });
    expect(() =>
      omegaFromMoments(
        momentsWith(
          [
            [1, 0.5],
            [0.5, 1],
          ],
          50,
        ),
      ),
    ).toThrow(RangeError);
    const constant = Array.from({ length: 9 }, (_, i) => [i % 3, (i * i) % 5, 4]);
    expect(omega(constant)).toEqual({ kind: 'undetermined', n: 9, reason: 'constant', columns: [2] });
    const twice = Array.from({ length: 9 }, (_, i) => [i % 3, (i * i) % 5, i % 3]);
    expect(omega(twice)).toEqual({ kind: 'undetermined', n: 9, reason: 'singular' });
  });
  it('three items fit always', () =>
    expect(omegaFromMoments(momentsWith(triple(0.42, 0.35, 0.3), 90))).toMatchObject({
      fit: { df: 0, p: null, comparativeFitIndex: 1, tuckerLewisIndex: 1, rmsea: 0, srmr: expect.closeTo(0, 8) },
    }));
  it('no common factor: an answer or an ordinary fact, never NaN', () => {
    const unlike = omegaFromMoments(momentsWith(triple(0.3, 0.3, -0.3), 90));
    expect(JSON.stringify(unlike)).not.toMatch(/NaN|null,null/);
    expect(['omega', 'undetermined']).toContain(unlike.kind);
  });
});

describe('invariants of ω', () => {
  it('units change loadings, not their standard form; order of items changes nothing', () => {
    const [own, standard] = [omegaFromMoments(momentsWith(covariance, 200)), omegaFromMoments(momentsWith(correlation, 200))];
    if (own.kind !== 'omega' || standard.kind !== 'omega') throw new Error('undetermined');
    for (const [i, loading] of standard.loadings.entries()) expect(own.standardisedLoadings[i]).toBeCloseTo(loading, 9);
    expect(standard.omega).toBeCloseTo(own.compositeReliability, 9);
    const turned = omegaFromMoments(
      momentsWith(
        [...covariance].reverse().map((row) => [...row].reverse()),
        200,
      ),
    );
    expect(turned).toMatchObject({ omega: expect.closeTo(own.omega, 9) });
  });
  it('split and added, moments give what rows give', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [i % 5, (i * 3 + (i % 4)) % 7, (i % 5) + ((i * i) % 3), (i % 5) + (i % 3)]);
    const parts = addCrossMoments(crossMomentsOf(rows.slice(0, 13)), crossMomentsOf(rows.slice(13)));
    const [own, added] = [omega(rows), omegaFromMoments(parts)];
    expect(own.kind).toBe(added.kind);
    if (own.kind === 'omega') expect(added).toMatchObject({ omega: expect.closeTo(own.omega, 8) });
  });
});

function triple(r12: number, r13: number, r23: number): number[][] {
  return [
    [1, r12, r13],
    [r12, 1, r23],
    [r13, r23, 1],
  ];
}
