import { beforeEach, expect, it } from 'vitest';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import * as api from '@zhiheng/contract/surveys/analyses';
import type { AnalysisAxis, AnalysisRequest } from '@zhiheng/contract/surveys/analysis-request';
import type { ResultFilters } from '@zhiheng/contract/surveys/results';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { seededRandom } from '@zhiheng/stats/random';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { releaseAnswers } from '../release-answers.ts';
import { both, storeAnswers, type PastAnswer } from '../results/results.factory.ts';
import { openSurvey, visitForm } from '../surveys.factory.ts';
import { analyse } from './analyses.factory.ts';

const server = useTestServer();
const minimum = 5;
let org: TestOrganisation;
let survey: Survey;
let segments: string[];
const items = ['items.a', 'items.b', 'items.c'];

beforeEach(async () => {
  org = await newOrganisation(server);
  const measures = [
    ...(visitForm.measures ?? []),
    { key: 'scale', kind: 'structure' as const, name: both('Scale'), scales: [{ key: 'all', name: both('All'), fields: items }] },
  ];
  survey = await openSurvey(org, { form: { ...visitForm, measures }, settings: { anonymous: true, minimumGroup: minimum } });
  segments = [];
  for (const code of ['east', 'west'])
    segments.push((await org.call(createUnit, { params: { kind: 'segments' }, body: { code, name: both(code), parentId: null } })).id);
});

const isSafe = (difference: number): boolean => difference === 0 || Math.abs(difference) >= minimum;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const places: readonly AnalysisAxis[] = [{ dimension: 'segment' }, { field: 'kind' }];

/** What an analysis tells, which is deleted at once: others may be asked for. */
async function ask(request: Parameters<typeof analyse>[2], filters: ResultFilters) {
  const { id } = await analyse(org, { id: survey.id, filters }, request);
  const found = await org.call(api.getAnalysis, { params: { id } });
  await org.call(api.deleteAnalysis, { params: { id } });
  return found;
}

/** How many people each group of a table is about, by its name. */
async function groupsOf(rows: AnalysisAxis, layer: AnalysisAxis | null, filters: ResultFilters): Promise<ReadonlyMap<string, number>> {
  const { result } = await ask({ kind: 'cross', rows, columns: [{ field: 'again' }], layer }, filters);
  if (result?.kind !== 'cross') return new Map();
  expect(result.hidden).toEqual([]);
  return new Map(
    result.tables.flatMap((table) =>
      table.rows.map((row, i) => [`${table.layer?.key ?? ''} ${row.key}`, sum(table.cells[i] ?? [])] as const),
    ),
  );
}

const asked: readonly ResultFilters[] = [
  ...[{}, { quality: 'clean' as const }, { group: 'kind:patient' }, { until: '2026-01' }, { from: '2026-02' }],
  ...[{ group: 'kind:patient', quality: 'clean' as const }],
];

const random = seededRandom(77);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** A day on which some people answer, of any kind and segment. */
async function answerOn(at: Date): Promise<void> {
  const people = Array.from({ length: 14 + Math.floor(random() * 14) }, (): PastAnswer => ({
    answers: { kind: pick(['patient', 'patient', 'visitor']), 'items.a': pick([1, 3, 5]), again: pick([0, 5, 9, 10]) },
    ...{ at: at.toISOString(), released: false, suspicious: random() < 0.2 },
    ...(random() < 0.8 ? { segmentId: pick(segments) } : {}),
  }));
  await storeAnswers(org, survey, people);
  await releaseAnswers(server.root, at);
}

type Shape = readonly [rows: AnalysisAxis, layer: AnalysisAxis | null];

/** Every group of a table for every filter: enough people, and so many fewer than without filters or more than the last time that nobody is told. */
async function attack([rows, layer]: Shape, before: Map<string, number>): Promise<number> {
  const wide = await groupsOf(rows, layer, {});
  let shown = 0;
  for (const filters of asked)
    for (const [group, n] of await groupsOf(rows, layer, filters)) {
      const key = JSON.stringify([rows, layer, filters, group]);
      const differences = [(wide.get(group) ?? 0) - n, n - (before.get(key) ?? 0)];
      expect([key, n >= minimum, differences.every(isSafe)]).toEqual([key, true, true]);
      before.set(key, n);
      shown += 1;
    }
  return shown;
}

it('no difference of two tables is about fewer people than the minimum group', async () => {
  const [segment, kind] = [{ dimension: 'segment' }, { field: 'kind' }] as const;
  const before = new Map<string, number>();
  let shown = 0;
  for (let day = 0; day < 3; day++) {
    await answerOn(new Date(Date.UTC(2026, day, 3, 4)));
    const shapes: readonly Shape[] = [[segment, null], [kind, null], [segment, kind]]; // prettier-ignore
    for (const shape of shapes) shown += await attack(shape, before);
    const { sample, result } = await ask({ kind: 'non-response', margins: [{ axis: kind, shares: { patient: 1, visitor: 1 } }] }, {});
    expect([isSafe(sample?.n ?? 1), result?.kind === 'non-response' ? isSafe(result.unplaced) : true]).toEqual([true, true]);
  }
  expect(shown).toBeGreaterThan(40);
}, 300_000);

it('what could single out a person is neither offered nor taken', async () => {
  const choices = await org.call(api.getAnalysisChoices, { params: { id: survey.id } });
  expect(choices.rows.map(({ axis }) => axis)).toEqual(places);
  expect(choices).toMatchObject({ anonymous: true, minimum, fields: [], sets: [{ key: 'scale.all', fields: items }] });
  const codesOf = async (request: Parameters<typeof analyse>[2]) =>
    (await org.refusal(api.startAnalysis, { params: { id: survey.id }, body: { request } })).errors?.map(({ code }) => code);
  const score = { field: 'again' };
  const refused: readonly AnalysisRequest['kind'][] = [
    'cross',
    'reliability',
    'structure',
    'correlations',
    'drivers',
    'non-response',
    'clusters',
    'grey',
    'chains',
  ];
  const requests = [
    { kind: 'cross', rows: score, columns: [{ field: 'items.a' }] },
    { kind: 'cross', rows: places[1]!, columns: [{ field: 'items.a' }], layer: score },
    { kind: 'reliability', fields: [...items, 'items.d'] },
    { kind: 'structure', fields: ['items.a', 'items.b', 'items.d'] },
    { kind: 'correlations', fields: ['items.a', 'items.b'] },
    { kind: 'drivers', outcome: 'again', predictors: ['items.a'] },
    { kind: 'non-response', margins: [{ axis: score, shares: { '9': 1 } }] },
    { kind: 'clusters', fields: ['items.a', 'items.b'] },
    { kind: 'clusters', fields: items, by: [score] },
    { kind: 'grey', outcome: 'items.a', predictors: ['items.b', 'items.d'], over: 'month' },
    { kind: 'grey', outcome: 'items.a', predictors: ['items.b', 'items.c'], over: score },
    {
      kind: 'chains',
      nodes: [
        { key: 'a', name: 'a', fields: ['items.a'], leadsTo: ['b'] },
        { key: 'b', name: 'b', fields: ['items.b'], leadsTo: [] },
      ],
    },
  ] as const;
  expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(refused));
  for (const request of requests)
    expect([request.kind, await codesOf(structuredClone(request) as never)]).toEqual([request.kind, ['not_in_anonymous']]);
});

it('groups of people who answer alike, and where they belong, are about enough people each', async () => {
  const level = (mood: number) => Math.min(5, Math.max(1, Math.round(mood + 2 * random() - 1)));
  const person = (mood: number, i: number): PastAnswer => ({
    answers: {
      kind: i % 9 === 0 ? 'visitor' : 'patient',
      'items.a': level(mood),
      'items.b': level(mood),
      'items.c': level(mood),
      again: 9,
    },
    ...{ released: false, ...(i % 3 === 0 ? {} : { segmentId: pick(segments) }) },
  });
  await storeAnswers(
    org,
    survey,
    Array.from({ length: 90 }, (_, i) => person(i % 2 === 0 ? 1.5 : 4.5, i)),
  );
  await releaseAnswers(server.root, new Date('2026-03-12T04:00:00Z'));
  const groupsBy = async (by: AnalysisAxis[], filters: ResultFilters) => {
    const { sample, result } = await ask({ kind: 'clusters', fields: items, by }, filters);
    return { n: sample?.n ?? NaN, ...(result?.kind === 'clusters' ? result : { groups: [], tables: [] }) };
  };
  const wide = await groupsBy([...places], {});
  expect([wide.groups.length > 1, wide.tables.length]).toEqual([true, 2]);
  for (const { cells } of wide.tables) expect(cells.every((row) => sum(row) >= minimum)).toBe(true);
  for (const filters of asked) {
    const { n, groups } = await groupsBy([], filters);
    expect([isSafe(wide.n - n), groups.every((group) => group.n >= minimum)]).toEqual([true, true]);
  }
}, 120_000);

it('answers that wait are in no analysis', async () => {
  const waiting: PastAnswer = { answers: { kind: 'patient', again: 9 }, released: false };
  await storeAnswers(
    org,
    survey,
    Array.from({ length: 4 }, () => waiting),
  );
  const found = await ask({ kind: 'cross', rows: places[1]!, columns: [{ field: 'again' }] }, {});
  expect(found).toMatchObject({ sample: { n: 0, waiting: 4 }, result: { kind: 'insufficient', n: 0, needed: minimum }, stale: false });
});
