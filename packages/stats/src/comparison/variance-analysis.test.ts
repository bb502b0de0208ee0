import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoments, momentsOf } from '../moments/moments.ts';
import {
  analysisOfVariance,
  analysisOfVarianceFromMoments,
  leveneTest,
  studentTest,
  welchAnalysisOfVariance,
  welchAnalysisOfVarianceFromMoments,
  welchTest,
} from './index.ts';
import { expectClose } from './expect-close.testing.ts';

// PlantGrowth of R, from Dobson (1983), An Introduction to Statistical Modelling: F = 4.846, p = 0.01591; digits from scipy 1.17.1
const plants = [
  [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
  [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
  [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
];

describe('several means', () => {
  it('by Fisher', () => {
    // R 4.2.2: effectsize::eta_squared 0.26, omega_squared 0.20
    expectClose(analysisOfVariance(plants), { n: 30, df: [2, 27], statistic: 4.846087862380136, p: 0.015909958325622912 });
    expectClose(analysisOfVariance(plants), { eta2: 0.26, omega2: 0.2 }, 5e-3);
  });
  it('by Welch', () => {
    expectClose(welchAnalysisOfVariance(plants), { df: [2, 17.128], statistic: 5.180972408113194, p: 0.017392821490169935 }, 1e-4);
    expectClose(welchAnalysisOfVariance(plants), { statistic: 5.180972408113194, p: 0.017392821490169935 });
  });
  it('spread by Levene, from the median and from the mean', () => {
    expectClose(leveneTest(plants), { statistic: 1.1191856948703909, p: 0.34122662412547355, method: { centre: 'median' } });
    expectClose(leveneTest(plants, { centre: 'mean' }), { statistic: 1.2369629544697844, p: 0.3061949229914473 });
  });

  const group = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 2, maxLength: 12 }).filter((values) => new Set(values).size > 1);
  it('are the squared t of two groups', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const [student, welch] = [studentTest(x, y), welchTest(x, y)];
        if (student.kind !== 'student-test' || welch.kind !== 'welch-test') throw new Error('undetermined');
        expectClose(analysisOfVariance([x, y]), { statistic: student.statistic ** 2, p: student.p }, 1e-9);
        expectClose(welchAnalysisOfVariance([x, y]), { statistic: welch.statistic ** 2, p: welch.p, df: [1, welch.df] }, 1e-9);
      }),
      { numRuns: 50 },
    );
  });
  it('give the same from sums that were added up, in any order of groups', () => {
    fc.assert(
      fc.property(group, group, group, fc.nat(12), (x, y, z, at) => {
        const parts = [addMoments(momentsOf(x.slice(at)), momentsOf(x.slice(0, at))), momentsOf(y), momentsOf(z)];
        const { statistic, df, p } = { ...{ statistic: 0, df: [], p: 0 }, ...analysisOfVariance([z, x, y]) };
        expectClose(analysisOfVarianceFromMoments(parts), { statistic, df, p }, 1e-9);
        expectClose(welchAnalysisOfVarianceFromMoments(parts), { ...welchAnalysisOfVariance([x, y, z]) }, 1e-9);
      }),
      { numRuns: 50 },
    );
  });
  it('keep their digits far from zero', () => {
    const far = plants.map((values) => values.map((value) => Math.round(value * 100) + 2 ** 30));
    expectClose(analysisOfVariance(far), { statistic: 4.846087862380136 }, 1e-6);
    expectClose(welchAnalysisOfVariance(far), { statistic: 5.180972408113194 }, 1e-6);
  });
  it('say when there is too little, or nothing that varies', () => {
    expect(analysisOfVariance([[1, 2]])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(analysisOfVariance([[1], [2]])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(analysisOfVariance([[1, 1], [2, 2], []])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(welchAnalysisOfVariance([[1, 2], [3]])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(welchAnalysisOfVariance([[1, 2], [], [3, 3]])).toMatchObject({ reason: 'no-variation', columns: [2] });
    expect(
      leveneTest([
        [1, 1],
        [2, 2],
      ]),
    ).toMatchObject({ kind: 'undetermined' });
  });
});
