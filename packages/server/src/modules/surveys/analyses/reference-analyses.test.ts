import { beforeAll, describe, expect, it } from 'vitest';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { bootstrapPaths } from '@zhiheng/stats/path-model';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { hasReference, readCase, readTable } from '../results/reference-surveys.factory.ts';
import { both, formOf, rowsNamed, storeAnswers } from '../results/results.factory.ts';
import { openSurvey } from '../surveys.factory.ts';
import { resultOf } from './analyses.factory.ts';
import { close, fieldOf, limitsOf, surveyOf, valueOf } from './reference-analyses.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
beforeAll(async () => {
  org = await newOrganisation(server);
});

describe('the kiosk survey', () => {
  const columns = ['P1', 'P10', 'P17', 'P24', 'SAT1', 'OVR1'];
  let survey: Survey;
  beforeAll(async () => {
    const complete = readTable('kiosk_kservqual_kano_ipa_open.csv').filter((line) => Object.values(line).every((cell) => cell !== ''));
    survey = await surveyOf(org, { table: complete, columns, scale: { min: 1, max: 7 } });
  });

  it('has the correlations of R', async () => {
    interface Expected {
      readonly n: number;
      readonly pairs: readonly Record<string, string | number | readonly [number, number]>[];
    }
    const { expected } = readCase<Expected>('correlations_kiosk');
    const found = await resultOf(org, survey, { kind: 'correlations', fields: columns.map(fieldOf) });
    expect(found.n).toBe(expected.n);
    const told = found.pairs.map(({ x, y, pearson, p, spearman, spearmanP, kendall, kendallP }) => ({
      ...{ x: columns[x], y: columns[y], pearson: valueOf(pearson), pearson_p: p, spearman, spearman_p_t_approx: spearmanP },
      ...{ kendall_tau_b: kendall, kendall_p: kendallP, pearson_ci95: pearson.kind === 'figure' ? [pearson.low, pearson.high] : [] },
    }));
    const wanted = (value: string | number | readonly number[]) =>
      typeof value === 'number' ? close(value) : Array.isArray(value) ? value.map((each: number) => close(each)) : value;
    const compared = expected.pairs.map(({ pearson_t: _t, kendall_z: _z, ...pair }) =>
      Object.fromEntries(Object.entries(pair).map(([key, value]) => [key, wanted(value)])),
    );
    expect(told).toEqual(compared);
  });

  it('has the polychoric correlations of R behind its factors', async () => {
    interface Expected {
      readonly pairs: readonly { readonly x: string; readonly y: string; readonly two_step: number }[];
    }
    const items = ['P1', 'P10', 'P17', 'OVR1'];
    const { expected } = readCase<Expected>('polychoric_kiosk');
    const found = await resultOf(org, survey, {
      ...{
        kind: 'structure',
        fields: items.map(fieldOf),
        correlation: 'polychoric',
        extraction: 'components',
        rotation: 'none',
        factors: 4,
      },
    });
    // All components together give the correlations back.
    const loadings = new Map(found.items.map(({ key, loadings: own }) => [key, own]));
    const between = (a: string, b: string) =>
      (loadings.get(fieldOf(a)) ?? []).reduce((sum, value, i) => sum + value * (loadings.get(fieldOf(b))?.[i] ?? NaN), 0);
    for (const { x, y, two_step: rho } of expected.pairs) expect(Math.abs(between(x, y) - rho)).toBeLessThan(2e-4);
  });
});

describe.runIf(hasReference('datasets/ecsi_mobi.csv'))('customers of mobile telephony', () => {
  const blocks = {
    image: ['IMAG1', 'IMAG2', 'IMAG3', 'IMAG4', 'IMAG5'],
    expectation: ['CUEX1', 'CUEX2', 'CUEX3'],
    quality: ['PERQ1', 'PERQ2', 'PERQ3', 'PERQ4', 'PERQ5', 'PERQ6', 'PERQ7'],
    value: ['PERV1', 'PERV2'],
    satisfaction: ['CUSA1', 'CUSA2', 'CUSA3'],
    complaints: ['CUSCO'],
    loyalty: ['CUSL1', 'CUSL2', 'CUSL3'],
  };
  const columns = Object.values(blocks).flat();
  const paths = [
    ['image', 'expectation'], ['expectation', 'quality'], ['expectation', 'value'], ['quality', 'value'], ['image', 'satisfaction'],
    ['expectation', 'satisfaction'], ['quality', 'satisfaction'], ['value', 'satisfaction'], ['satisfaction', 'complaints'],
    ['image', 'loyalty'], ['satisfaction', 'loyalty'], ['complaints', 'loyalty'],
  ].map(([from = '', to = '']) => ({ from, to })); // prettier-ignore
  let survey: Survey;
  let table: Record<string, string>[];
  beforeAll(async () => {
    table = readTable('ecsi_mobi.csv');
    const model = {
      ...{ key: 'model', kind: 'ecsi' as const, name: both('Model'), paths, index: 'satisfaction' },
      blocks: Object.entries(blocks).map(([key, fields]) => ({ key, name: both(key), fields: fields.map(fieldOf) })),
    };
    survey = await surveyOf(org, { table, columns, scale: { min: 1, max: 10 }, measures: [model] });
  });

  it.each(['centroid', 'factorial', 'path'] as const)(
    'have the paths, explained shares and indexes of plspm by the %s scheme',
    async (scheme) => {
      interface Expected {
        readonly path_coefs: readonly { readonly estimate: number }[];
        readonly R2: Record<string, number>;
        readonly AVE: Record<string, number>;
        readonly gof: number;
        readonly outer: readonly { readonly mv: string; readonly loading: number }[];
      }
      const { expected } = readCase<Expected>(`pls_ecsi_mobi_${scheme}`);
      const found = await resultOf(org, survey, { kind: 'paths', measure: 'model', scheme, resamples: 100 });
      expect(found).toMatchObject({ n: 250, resamples: 100, failed: 0, goodnessOfFit: close(expected.gof, 5) });
      expect(found.paths.map(({ estimate }) => valueOf(estimate))).toEqual(expected.path_coefs.map(({ estimate }) => close(estimate, 5)));
      const loadings = found.constructs.flatMap(({ indicators }) => indicators.map(({ key, loading }) => [key, valueOf(loading)]));
      expect(loadings).toEqual(expected.outer.map(({ mv, loading }) => [fieldOf(mv), close(loading, 5)]));
      const ave = found.constructs.map(({ key, averageVarianceExtracted }) => [key, averageVarianceExtracted]);
      expect(ave).toEqual(Object.entries(expected.AVE).map(([key, share]) => [key.toLowerCase(), close(share, 5)]));
    },
  );

  // numpy 2 with a partial least squares of its own: 4,000 resamples of the 250 customers, centroid scheme, percentiles 2.5 and 97.5.
  const numpyPaths = [
    [0.3985, 0.6225], [0.4574, 0.6618], [-0.0973, 0.2153], [0.3922, 0.7076], [0.0835, 0.293], [-0.0347, 0.1545],
    [0.3774, 0.6335], [0.0786, 0.3052], [0.4204, 0.6267], [0.0545, 0.3535], [0.3066, 0.6326], [-0.0399, 0.1933],
  ]; // prettier-ignore
  const numpyIndexes = [
    [71.709, 75.243], [70.67, 74.118], [73.225, 76.646], [59.701, 64.785], [70.756, 74.171], [64.177, 70.356], [67.042, 74.68],
  ]; // prettier-ignore

  it('have the bootstrap intervals of another program', async () => {
    const found = await resultOf(org, survey, { kind: 'paths', measure: 'model', resamples: 2000, seed: 7 });
    const far = (found_: readonly number[], other: readonly number[] = []) =>
      Math.max(...found_.map((limit, i) => Math.abs(limit - (other[i] ?? NaN))));
    for (const [i, { estimate }] of found.paths.entries()) expect(far(limitsOf(estimate), numpyPaths[i])).toBeLessThan(0.025);
    for (const [i, { index }] of found.constructs.entries()) expect(far(limitsOf(index), numpyIndexes[i])).toBeLessThan(0.35);
  }, 120_000);

  // Answers have the order of their ids here, which is that of the file.
  it('have to the last digit the intervals that the function for rows gives', async () => {
    const found = await resultOf(org, survey, { kind: 'paths', measure: 'model', resamples: 100, seed: 7 });
    const rows = table.map((line) => columns.map((column) => Number(line[column])));
    let at = 0;
    const latents = Object.entries(blocks).map(([name, own]) => ({ name, indicators: own.map(() => at++) }));
    const wanted = bootstrapPaths(rows, { latents, paths }, { scale: { low: 1, high: 10 }, seed: 7, resamples: 100 });
    if (wanted.kind !== 'path-intervals') throw new Error(wanted.kind);
    expect(found.paths.map(({ estimate }) => limitsOf(estimate))).toEqual(wanted.paths.map(({ interval }) => [...interval]));
  }, 120_000);

  const items = [...blocks.image, ...blocks.quality, ...blocks.satisfaction];

  it('have the adequacy, sphericity, eigenvalues and parallel analysis of R, and its factors', async () => {
    const adequacy = readCase<{ kmo_overall: number; kmo_items: number[]; bartlett_chisq: number; bartlett_df: number }>(
      'kmo_bartlett_mobi15',
    ).expected;
    const chance = readCase<{ observed: number[]; random_mean: number[]; random_q95: number[] }>('parallel_analysis_mobi15').expected;
    const factors = readCase<{ communalities: number[]; loadings_pattern: number[][] }>('efa_minres_oblimin_mobi15').expected;
    const found = await resultOf(org, survey, {
      ...{ kind: 'structure', fields: items.map(fieldOf), extraction: 'minimum-residual', rotation: 'oblimin', factors: 3 },
    });
    expect(found).toMatchObject({ n: 250, adequacy: close(adequacy.kmo_overall), sphericity: { df: adequacy.bartlett_df } });
    expect(found.sphericity?.chiSquare).toBeCloseTo(adequacy.bartlett_chisq, 4);
    expect(found.items.map((item) => item.adequacy)).toEqual(adequacy.kmo_items.map((each) => close(each)));
    expect(found.parallel.observed).toEqual(chance.observed.map((value) => close(value)));
    for (const [i, value] of chance.random_q95.entries()) expect(Math.abs((found.parallel.quantiles[i] ?? NaN) - value)).toBeLessThan(0.03);
    expect(found.parallel.components).toBe(1);
    expect(found.items.map(({ communality }) => communality)).toEqual(factors.communalities.map((each) => close(each, 3)));
    // Order and sign of factors are arbitrary: what is left is how far each item loads.
    const loadsOf = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((value) => Math.abs(value)).sort((a, b) => a - b));
    const wanted = loadsOf(factors.loadings_pattern);
    for (const [i, row] of loadsOf(found.items.map(({ loadings }) => loadings)).entries())
      for (const [j, value] of row.entries()) expect(Math.abs(value - (wanted[i]?.[j] ?? NaN))).toBeLessThan(0.005);
    expect(found.factorCorrelations).toHaveLength(3);
  });

  it('find as many components as exceed chance, where no number is said', async () => {
    const found = await resultOf(org, survey, { kind: 'structure', fields: items.map(fieldOf) });
    expect(found).toMatchObject({ factors: 1, rotation: 'none', factorCorrelations: null, fit: null });
    expect(found.explained[0]).toBeCloseTo(7.17499501826 / 15, 6);
    expect(found.validity).toMatchObject([{ factor: 0, items: items.map(fieldOf), largestShared: null }]);
  });

  it('have the omega of lavaan, and an interval beside that of the delta method', async () => {
    interface Expected {
      readonly omega: number;
      readonly AVE: number;
      readonly CR_composite_reliability: number;
      readonly loadings_std: number[];
      readonly fit: { readonly chisq: number };
    }
    const { expected } = readCase<Expected>('reliability_omega_mobi_perq');
    const found = await resultOf(org, survey, { kind: 'reliability', fields: blocks.quality.map(fieldOf), resamples: 500 });
    expect(valueOf(found.omega)).toBeCloseTo(expected.omega, 5);
    expect([found.averageVarianceExtracted, found.compositeReliability]).toEqual([
      close(expected.AVE, 5),
      close(expected.CR_composite_reliability, 5),
    ]);
    expect(found.items.map(({ loading }) => loading)).toEqual(expected.loadings_std.map((each) => close(each, 4)));
    for (const [i, limit] of limitsOf(found.omega).entries())
      expect(Math.abs(limit - (found.deltaInterval?.[i] ?? NaN))).toBeLessThan(0.02);
  }, 60_000);

  it('take twenty-three predictors at once; what they explain is what least squares explains', async () => {
    const predictors = columns.filter((column) => column !== 'CUSA1').map(fieldOf);
    const found = await resultOf(org, survey, { kind: 'drivers', outcome: fieldOf('CUSA1'), predictors, resamples: 200 });
    // numpy 2: lstsq of CUSA1 on the other 23 items
    expect(valueOf(found.rSquared)).toBeCloseTo(0.5431276808469498, 8);
    expect(found.predictors.reduce((sum, { weight }) => sum + valueOf(weight), 0)).toBeCloseTo(0.5431276808469498, 8);
    // numpy 2: weights by the singular value decomposition of the standardised items
    expect(found.predictors.slice(0, 3).map(({ weight }) => valueOf(weight))).toEqual(
      [0.027878612120414016, 0.023675614788261985, 0.0032669907773569466].map((each) => close(each, 8)),
    );
    const [low = NaN, high = NaN] = limitsOf(found.predictors[0]!.share);
    expect(low < valueOf(found.predictors[0]!.share) && valueOf(found.predictors[0]!.share) < high).toBe(true);
  }, 60_000);
});

describe('a table of Agresti', () => {
  // Agresti (2007), An Introduction to Categorical Data Analysis, 2nd ed., tables 2.5 and 2.8: party by gender.
  it('has its chi-square and its standardised residuals', async () => {
    const choice = (key: string, options: string[]) => ({ key, type: 'single' as const, text: both(key), options: rowsNamed(options) });
    const survey = await openSurvey(org, { form: formOf([choice('gender', ['f', 'm']), choice('party', ['dem', 'ind', 'rep'])], []) });
    const counts = { f: { dem: 762, ind: 327, rep: 468 }, m: { dem: 484, ind: 239, rep: 477 } };
    const people = Object.entries(counts).flatMap(([gender, row]) =>
      Object.entries(row).flatMap(([party, n]) => Array.from({ length: n }, () => ({ answers: { gender, party } }))),
    );
    await storeAnswers(org, survey, people);
    const { tables } = await resultOf(org, survey, { kind: 'cross', rows: { field: 'gender' }, columns: [{ field: 'party' }] });
    expect(tables).toMatchObject([{ n: 2757, cells: [[762, 327, 468], [484, 239, 477]] }]); // prettier-ignore
    expect(tables[0]?.test).toMatchObject({ df: 2, statistic: close(30.07, 2), residuals: [[close(4.5, 1), close(0.7, 1), close(-5.32, 1)], [close(-4.5, 1), close(-0.7, 1), close(5.32, 1)]] }); // prettier-ignore
  }, 60_000);
});
