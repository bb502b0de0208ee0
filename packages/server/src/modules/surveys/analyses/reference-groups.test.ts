import { beforeAll, describe, expect, it } from 'vitest';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
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

describe('what kiosk users think of six aspects', () => {
  const items = ['SAT1', 'SAT2', 'SAT3', 'SAT4', 'SAT5', 'SAT6'];
  let survey: Survey;
  beforeAll(async () => {
    const complete = readTable('kiosk_kservqual_kano_ipa_open.csv').filter((line) => items.every((item) => line[item] !== ''));
    survey = await surveyOf(org, { table: complete, columns: items, scale: { min: 1, max: 7 } });
  });

  it('parts them into the groups of scikit-learn, as many as the gap of numpy speaks for', async () => {
    interface Expected {
      readonly groups: readonly {
        clusters: number;
        within: number;
        sizes: number[];
        silhouette: number;
        silhouettes: number[];
        centres: number[][];
      }[];
      readonly gaps: readonly number[];
    }
    const { expected } = readCase<Expected>('k_means_kiosk');
    const of = expected.groups.find(({ clusters }) => clusters === 3)!;
    const found = await resultOf(org, survey, { kind: 'clusters', fields: items.map(fieldOf), clusters: 3 });
    expect(found).toMatchObject({ n: 105, sampled: 105, isAsked: true, byGap: 3, tables: [] });
    for (const { clusters, within, silhouette } of expected.groups)
      expect(found.candidates[clusters - 1]).toMatchObject({ clusters, within: close(within), silhouette: close(silhouette) });
    for (const [i, gap] of expected.gaps.entries()) expect(Math.abs((found.candidates[i]?.gap ?? NaN) - gap)).toBeLessThan(0.03);
    expect(found.groups.map(({ n, silhouette }) => ({ n, silhouette }))).toEqual(
      of.sizes.map((n, i) => ({ n, silhouette: close(of.silhouettes[i] ?? NaN) })),
    );
    expect(found.profile.map(({ groups }) => groups.map(({ deviation }) => valueOf(deviation)))).toEqual(
      items.map((_, item) => of.centres.map((centre) => close(centre[item] ?? NaN))),
    );
    // scikit-learn: 300 resamples of the rows, each parted anew, groups found again by their Jaccard coefficient
    for (const [i, jaccard] of [0.8773, 0.8815, 0.9083].entries())
      expect(Math.abs((found.groups[i]?.stability ?? NaN) - jaccard)).toBeLessThan(0.08);
  }, 60_000);

  it('takes the number of groups that lie farthest apart where none is said', async () => {
    const found = await resultOf(org, survey, { kind: 'clusters', fields: items.map(fieldOf) });
    expect(found).toMatchObject({ isAsked: false, groups: [{ n: 57 }, { n: 48 }] });
  }, 60_000);
});

describe.runIf(hasReference('datasets/ecsi_mobi.csv'))('customers of mobile telephony', () => {
  const blocks = {
    image: ['IMAG1', 'IMAG2', 'IMAG3', 'IMAG4', 'IMAG5'],
    quality: ['PERQ1', 'PERQ2', 'PERQ3', 'PERQ4', 'PERQ5', 'PERQ6', 'PERQ7'],
    satisfaction: ['CUSA1', 'CUSA2', 'CUSA3'],
    loyalty: ['CUSL1', 'CUSL2', 'CUSL3'],
  };
  let survey: Survey;
  let table: Record<string, string>[];
  beforeAll(async () => {
    table = readTable('ecsi_mobi.csv');
    survey = await surveyOf(org, { table, columns: Object.values(blocks).flat(), scale: { min: 1, max: 10 } });
  });

  // numpy 2: least squares of standardised part means, and 4,000 resamples of the customers, percentiles 2.5 and 97.5.
  it('have the standardised paths, chains and intervals of another program', async () => {
    const part = (key: keyof typeof blocks, ...leadsTo: string[]) => ({ key, name: key, fields: blocks[key].map(fieldOf), leadsTo });
    const nodes = [
      part('image', 'quality', 'satisfaction'),
      part('quality', 'satisfaction'),
      part('satisfaction', 'loyalty'),
      part('loyalty'),
    ];
    const found = await resultOf(org, survey, { kind: 'chains', nodes, resamples: 1000, seed: 3 });
    expect(found.paths.map(({ from, to, estimate }) => [from, to, valueOf(estimate)])).toEqual([
      ['image', 'quality', close(0.7277827608167743)],
      ['image', 'satisfaction', close(0.2095692537505043)],
      ['quality', 'satisfaction', close(0.6352856575183794)],
      ['satisfaction', 'loyalty', close(0.5581449570320393)],
    ]);
    const limits = [[0.6499, 0.797], [0.1079, 0.3195], [0.5197, 0.7381], [0.4372, 0.6621]]; // prettier-ignore
    for (const [i, { estimate }] of found.paths.entries())
      for (const [j, limit] of limitsOf(estimate).entries()) expect(Math.abs(limit - (limits[i]?.[j] ?? NaN))).toBeLessThan(0.025);
    expect(found.nodes.map(({ mean }) => mean)).toEqual([72.63111111, 74.59047619, 71.97037037, 63.36296296].map((each) => close(each)));
    const explained = found.nodes.map(({ rSquared }) => (rSquared === null ? null : valueOf(rSquared)));
    expect(explained).toEqual([null, close(0.529667746942086), close(0.6412958066416268), close(0.31152579306029704)]);
    expect(found.routes.map(({ nodes: own, estimate }) => [own.join(), valueOf(estimate)])).toEqual([
      ['image,quality,satisfaction', close(0.4623499497360259)],
      ['image,quality,satisfaction,loyalty', close(0.2580582928291797)],
      ['image,satisfaction,loyalty', close(0.11697002212981177)],
      ['quality,satisfaction,loyalty', close(0.3545814860186667)],
    ]);
    expect(limitsOf(found.routes[1]!.estimate)).toEqual([close(0.1851, 1), close(0.3342, 1)]);
  }, 60_000);

  // numpy 2: means of five months of 50 customers each, divided by their mean or by the first; 4,000 resamples within months.
  it('have the grey relational grades of another program, over months', async () => {
    const own = ['CUSA1', 'PERQ1', 'PERQ2', 'PERQ3', 'IMAG1'];
    const rows = [
      {
        key: 'm',
        type: 'matrix' as const,
        text: both('Items'),
        rows: rowsNamed(own.map((each) => each.toLowerCase())),
        scale: { min: 1, max: 10 },
      },
    ];
    const dated = await openSurvey(org, { form: formOf(rows, []) });
    const people = table.map((line, i) => ({
      answers: Object.fromEntries(own.map((column) => [fieldOf(column), Number(line[column])])),
      at: `2026-0${1 + Math.floor(i / 50)}-10T03:00:00Z`,
    }));
    await storeAnswers(org, dated, people);
    const ask = (normalisation: 'mean' | 'initial') =>
      resultOf(org, dated, { kind: 'grey', outcome: 'm.cusa1', predictors: own.slice(1).map(fieldOf), over: 'month', normalisation });
    const found = await ask('mean');
    expect(found).toMatchObject({ n: 250, levels: [1, 2, 3, 4, 5].map((month) => ({ key: `2026-0${month}`, n: 50 })), hidden: [] });
    const byMean: readonly [string, number, number, number][] = [
      ['m.perq1', 0.8279171435849111, 0.6099, 0.9038],
      ['m.perq3', 0.7897728471271421, 0.5361, 0.8784],
      ['m.imag1', 0.7498946963027239, 0.5436, 0.8809],
      ['m.perq2', 0.49386015825563073, 0.4248, 0.6743],
    ];
    expect(found.factors.map(({ key, rank, grade }) => [key, rank, valueOf(grade)])).toEqual(
      byMean.map(([key, grade], i) => [key, i + 1, close(grade)]),
    );
    for (const [i, { grade }] of found.factors.entries())
      for (const [j, limit] of limitsOf(grade).entries()) expect(Math.abs(limit - (byMean[i]?.slice(2)[j] as number))).toBeLessThan(0.03);
    const initial = await ask('initial');
    expect(initial.factors.map(({ grade }) => valueOf(grade))).toEqual(
      [0.8307368191618394, 0.7939712864074231, 0.7841950908364714, 0.5817769389968735].map((each) => close(each)),
    );
  }, 60_000);
});

describe('several things chosen at once', () => {
  // scipy 1.17 chi2_contingency of each option, chosen against not chosen; Holm and residuals with numpy 2.
  it('are tested one by one, over people', async () => {
    const question = { key: 'heard', type: 'multiple' as const, text: both('Heard'), options: rowsNamed(['x', 'y', 'z']) };
    const group = { key: 'group', type: 'single' as const, text: both('Group'), options: rowsNamed(['a', 'b', 'c']) };
    const survey = await openSurvey(org, { form: formOf([group, question], []) });
    const sizes = { a: [40, 30, 15], b: [50, 15, 20], c: [30, 20, 12] };
    const people = Object.entries(sizes).flatMap(([own, [n = 0, x = 0, y = 0]]) =>
      Array.from({ length: n }, (_, i) => {
        const [isX, isY] = [i < x, i >= n - y];
        const isZ = (!isX && !isY) || i % 4 === 0;
        return { answers: { group: own, heard: [...(isX ? ['x'] : []), ...(isY ? ['y'] : []), ...(isZ ? ['z'] : [])] } };
      }),
    );
    // One who was not asked is no person here.
    await storeAnswers(org, survey, [...people, { answers: { group: 'a' } }]);
    const { tables } = await resultOf(org, survey, { kind: 'cross', rows: { field: 'group' }, columns: [{ field: 'heard' }] });
    const wanted = {
      ...{ n: 120, test: null, cells: [[30, 15, 10], [15, 20, 24], [20, 12, 8]] },
      several: {
        people: [40, 50, 30],
        tests: [
          { df: 2, statistic: close(20.643356643356643), p: close(3.2911832260317016e-5), adjustedP: close(9.873549678095105e-5), cramersV: close(0.41476254896985576), residuals: [close(3.238751378156478), close(-4.490416034604829), close(1.5866576560438352)] },
          { statistic: close(0.0699504517633344), p: close(0.9656293385767376), adjustedP: close(0.9656293385767376) },
          { statistic: close(6.388278388278387), p: close(0.04100180478340539), adjustedP: close(0.08200360956681078) },
        ],
      },
    }; // prettier-ignore
    expect(tables).toMatchObject([wanted]);
    // The other way round the same people stand the same way: options overlap, so they are never rows.
    const turned = await resultOf(org, survey, { kind: 'cross', rows: { field: 'heard' }, columns: [{ field: 'group' }] });
    expect(turned.tables).toEqual(tables);
  }, 60_000);
});
