import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '@zhiheng/contract/surveys/figure';
import type { ResultSection, ResultSectionOf } from '@zhiheng/contract/surveys/result-section';
import { getResults, type SurveyResults } from '@zhiheng/contract/surveys/results';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { importAnswers } from '../imports/response-imports.factory.ts';
import { openSurvey } from '../surveys.factory.ts';
import { foldAnswers } from './fold-answers.ts';
import {
  airlineFile,
  airlineForm,
  hasReference,
  keyOfItem,
  kioskFile,
  kioskForm,
  mobileFile,
  readCase,
  readTable,
  satisfactionFile,
  satisfactionForm,
  type ReferenceFile,
} from './reference-surveys.factory.ts';
import { both, formOf, rowsNamed } from './results.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
beforeAll(async () => {
  org = await newOrganisation(server);
});

/** Every file comes in by the way of all files, line for line. */
async function imported({ id }: Pick<Survey, 'id'>, { missing, columns, ...file }: ReferenceFile, rows: number): Promise<void> {
  const { counts } = await importAnswers(org, id, { ...file, columns: { ...columns }, missing: [...missing] });
  expect(counts).toMatchObject({ rows, stored: rows, unchanged: 0, refused: 0 });
}

const close = (value: number, digits = 8) => expect.closeTo(value, digits) as number;
const valueOf = (figure: Figure | null | undefined): number | null => (figure?.kind === 'figure' ? figure.value : null);
const sectionOf = <K extends ResultSection['kind']>({ sections }: SurveyResults, kind: K): ResultSectionOf<K> =>
  sections.find((section): section is ResultSectionOf<K> => section.kind === kind) as ResultSectionOf<K>;

describe('the kiosk survey', () => {
  let results: SurveyResults;
  beforeAll(async () => {
    const survey = await openSurvey(org, { form: kioskForm });
    await imported(survey, kioskFile(), 106);
    await foldAnswers(server.root);
    results = await org.call(getResults, { params: { id: survey.id } });
  });

  it('has the gaps of the reference', () => {
    interface Expected {
      readonly n: number;
      readonly item_gap: number[];
      readonly item_E_mean: number[];
      readonly item_P_mean: number[];
      readonly item_gap_t: number[];
      readonly item_gap_p: number[];
      readonly dimension_gap: Record<string, number>;
      readonly unweighted_overall_mean_of_dimensions: number;
      readonly servperf_overall: number;
    }
    const { expected } = readCase<Expected>('servqual_kiosk');
    const { items, dimensions, headline, servperf } = sectionOf(results, 'servqual');
    expect(items.map(({ gap }) => gap.n)).toEqual(items.map(() => expected.n));
    expect(items.map(({ gap }) => valueOf(gap))).toEqual(expected.item_gap.map((gap) => close(gap)));
    expect(items.map(({ expectation }) => expectation)).toEqual(expected.item_E_mean.map((mean) => close(mean)));
    expect(items.map(({ perception }) => perception)).toEqual(expected.item_P_mean.map((mean) => close(mean)));
    expect(items.map(({ t }) => t)).toEqual(expected.item_gap_t.map((t) => close(t, 6)));
    expect(items.map(({ p }) => p)).toEqual(expected.item_gap_p.map((p) => close(p)));
    expect(dimensions.map(({ key, gap }) => [key, valueOf(gap)])).toEqual(
      Object.entries(expected.dimension_gap).map(([key, gap]) => [key, close(gap)]),
    );
    expect(valueOf(headline)).toEqual(close(expected.unweighted_overall_mean_of_dimensions));
    expect(valueOf(servperf)).toEqual(close(expected.servperf_overall));
  });

  it('has the Kano categories and coefficients of the reference', () => {
    interface Item {
      readonly counts: Record<string, number>;
      readonly category: string;
      readonly better_SI: number;
      readonly worse_DSI: number;
      readonly category_strength: number;
      readonly total_strength: number;
    }
    const { expected } = readCase<{ items: Item[] }>('kano_kiosk');
    const { features } = sectionOf(results, 'kano');
    const found = features.map(({ counts, category, better, worse, categoryStrength, totalStrength }) => ({
      ...{ counts, category, better: valueOf(better), worse: valueOf(worse), categoryStrength, totalStrength },
    }));
    expect(found).toEqual(
      expected.items.map((item) => ({
        ...{ counts: item.counts, category: item.category, better: close(item.better_SI), worse: close(item.worse_DSI) },
        ...{ categoryStrength: close(item.category_strength), totalStrength: close(item.total_strength) },
      })),
    );
  });

  it('has the quadrants of the reference, by stated and by derived importance', async () => {
    interface Expected {
      readonly stated_importance: number[];
      readonly performance: number[];
      readonly crosshair_stated: number[];
      readonly quadrant_stated: string[];
      readonly derived_importance_pearson: number[];
      readonly quadrant_derived: string[];
    }
    const { expected } = readCase<Expected>('ipa_kiosk');
    const { stated } = sectionOf(results, 'ipa');
    const judged = await openSurvey(org, { form: satisfactionForm });
    await imported(judged, satisfactionFile(), 106);
    const { derived } = sectionOf(await org.call(getResults, { params: { id: judged.id } }), 'ipa');
    const quadrants = (names: readonly string[]) => names.map((name) => name.replaceAll('_', '-'));
    expect(stated?.points.map(({ importance }) => importance)).toEqual(expected.stated_importance.map((value) => close(value)));
    expect(stated?.points.map(({ performance }) => valueOf(performance))).toEqual(expected.performance.map((value) => close(value)));
    expect(stated?.points.map(({ quadrant }) => quadrant)).toEqual(quadrants(expected.quadrant_stated));
    expect(stated?.crosshair).toEqual(expected.crosshair_stated.map((value) => close(value)));
    expect(derived?.points.map(({ importance }) => importance)).toEqual(expected.derived_importance_pearson.map((value) => close(value)));
    expect(derived?.points.map(({ quadrant }) => quadrant)).toEqual(quadrants(expected.quadrant_derived));
  });

  it('has the reliability of the reference', () => {
    interface Item {
      readonly mean: number;
      readonly sd: number;
      readonly citc: number;
      readonly alpha_if_deleted: number;
    }
    const { expected } = readCase<{ alpha_raw: number; alpha_std: number; feldt_ci95: number[]; items: Item[] }>(
      'reliability_alpha_kiosk_p24',
    );
    const [found] = sectionOf(results, 'structure').scales;
    expect(found?.alpha).toEqual({
      ...{ kind: 'figure', n: 105, value: close(expected.alpha_raw) },
      ...{ low: close(expected.feldt_ci95[0] ?? 0), high: close(expected.feldt_ci95[1] ?? 0) },
    });
    expect(found?.standardisedAlpha).toEqual(close(expected.alpha_std));
    expect(found?.items.map(({ key: _, name: __, ...item }) => item)).toEqual(
      expected.items.map((item) => ({
        ...{ mean: close(item.mean), standardDeviation: close(item.sd), correctedItemTotal: close(item.citc) },
        alphaIfDeleted: close(item.alpha_if_deleted),
      })),
    );
    const omega = readCase<{ omega: number }>('reliability_omega_kiosk_p24').expected.omega;
    expect(valueOf(found?.omega)).toEqual(close(omega, 6));
  });
});

interface PathCase {
  readonly params: {
    readonly latents: readonly { name: string; indicators: string[] }[];
    readonly paths: readonly { from: string; to: string }[];
  };
  readonly expected: {
    readonly path_coefs: readonly { estimate: number }[];
    readonly R2: Record<string, number>;
    readonly AVE: Record<string, number>;
    readonly index_0_100: Record<string, number>;
  };
}

describe.runIf(hasReference('datasets/ecsi_mobi.csv'))('the customers of mobile telephony', () => {
  it('have the satisfaction model of the reference', async () => {
    const { params, expected } = readCase('pls_ecsi_mobi_centroid') as unknown as PathCase;
    const columns = params.latents.flatMap(({ indicators }) => indicators);
    const key = (column: string) => `m.${column.toLowerCase()}`;
    const model = {
      ...{ key: 'ecsi', kind: 'ecsi' as const, name: both('ECSI'), index: 'satisfaction' },
      blocks: params.latents.map(({ name, indicators }) => ({ key: name.toLowerCase(), name: both(name), fields: indicators.map(key) })),
      paths: params.paths.map(({ from, to }) => ({ from: from.toLowerCase(), to: to.toLowerCase() })),
    };
    const rows = rowsNamed(columns.map((column) => column.toLowerCase()));
    const form = formOf([{ key: 'm', type: 'matrix', text: both('Items'), rows, scale: { min: 1, max: 10 } }], [model]);
    const survey = await openSurvey(org, { form });
    await imported(survey, mobileFile(columns), 250);
    const { constructs, paths, headline } = sectionOf(await org.call(getResults, { params: { id: survey.id } }), 'ecsi');
    expect(paths.map(({ estimate }) => estimate)).toEqual(expected.path_coefs.map(({ estimate }) => close(estimate, 6)));
    const latents = params.latents.map(({ name }) => name);
    expect(constructs.map(({ index }) => index)).toEqual(latents.map((name) => close(expected.index_0_100[name] ?? 0, 6)));
    expect(constructs.map(({ rSquared }) => rSquared ?? 0)).toEqual(latents.map((name) => close(expected.R2[name] ?? 0, 6)));
    expect(constructs.map(({ averageVarianceExtracted }) => averageVarianceExtracted)).toEqual(
      latents.map((name) => close(expected.AVE[name] ?? 0, 6)),
    );
    expect(valueOf(headline)).toEqual(close(expected.index_0_100['Satisfaction'] ?? 0, 6));
  });
});

describe.runIf(hasReference('datasets/airline_satisfaction_train20k.csv'))('the passengers of an airline', () => {
  interface AirlineCase {
    readonly params: { readonly items: string[]; readonly x: string[]; readonly y: string; readonly weights: number[] };
  }

  it('have the satisfaction index of the reference, each item over those who answered it', async () => {
    const { params, expected } = readCase('csi_simple_weighted_airline') as unknown as AirlineCase & {
      expected: {
        item_means: Record<string, number>;
        item_n: Record<string, number>;
        csi_weighted_0_100: number;
        csi_unweighted_0_100: number;
        csi_weighted_pct_of_max: number;
      };
    };
    const fields = params.items.map((name) => `items.${keyOfItem(name)}`);
    const survey = await openSurvey(org, {
      form: airlineForm(params.items, [{ key: 'csi', kind: 'csi', name: both('Index'), fields, weights: params.weights }]),
    });
    await imported(survey, airlineFile(params.items, 20_000), 20_000);
    await foldAnswers(server.root);
    const found = sectionOf(await org.call(getResults, { params: { id: survey.id } }), 'csi');
    expect(valueOf(found.headline)).toEqual(close(expected.csi_weighted_0_100));
    expect(found.unweighted).toEqual(close(expected.csi_unweighted_0_100));
    expect(found.percentOfMaximum).toEqual(close(expected.csi_weighted_pct_of_max));
    expect(found.items.map(({ mean, n }) => [mean, n])).toEqual(
      params.items.map((name) => [close(expected.item_means[name] ?? 0), expected.item_n[name]]),
    );
  }, 60_000);

  it('have the drivers of the reference', async () => {
    const { params, expected } = readCase('regression_airline') as unknown as AirlineCase & {
      expected: { n: number; r2: number; coef: Record<string, number>; p: Record<string, number>; lmg: Record<string, number> };
    };
    const names = [...params.x, params.y];
    const fields = params.x.map((name) => `items.${keyOfItem(name)}`);
    const measure = { key: 'drivers', kind: 'drivers' as const, name: both('Drivers'), fields, outcome: `items.${keyOfItem(params.y)}` };
    const survey = await openSurvey(org, { form: airlineForm(names, [measure]) });
    await imported(survey, airlineFile(names, 2_000), 2_000);
    const { headline, predictors } = sectionOf(await org.call(getResults, { params: { id: survey.id } }), 'drivers');
    expect(headline).toMatchObject({ n: expected.n, value: close(expected.r2) });
    expect(predictors.map(({ coefficient }) => valueOf(coefficient))).toEqual(params.x.map((name) => close(expected.coef[name] ?? 0)));
    expect(predictors.map(({ p }) => p)).toEqual(params.x.map((name) => close(expected.p[name] ?? 0)));
    expect(predictors.map(({ share }) => share)).toEqual(params.x.map((name) => close((expected.lmg[name] ?? 0) / expected.r2)));
  });

  it('are as satisfied with the cleanliness as the reference says', async () => {
    const { expected } = readCase<{ n: number; csat: number; wilson: number[] }>('csat_top2box_ci');
    const names = ['Cleanliness'];
    const survey = await openSurvey(org, {
      form: airlineForm(names, [{ key: 'csat', kind: 'csat', name: both('CSAT'), field: 'items.cleanliness', from: 4 }]),
    });
    // As many lines as the case took: those that answered nothing are stored, and count in no figure.
    const given = readTable('airline_satisfaction_train20k.csv').map((row) => Number(row['Cleanliness']) > 0);
    const lines = given.findIndex((_, at) => given.slice(0, at + 1).filter(Boolean).length === expected.n) + 1;
    await imported(survey, airlineFile(names, lines), lines);
    const { headline } = sectionOf(await org.call(getResults, { params: { id: survey.id } }), 'csat');
    expect(headline).toEqual({
      ...{
        kind: 'figure',
        n: expected.n,
        value: close(expected.csat),
        low: close(expected.wilson[0] ?? 0),
        high: close(expected.wilson[1] ?? 0),
      },
    });
  });
});
