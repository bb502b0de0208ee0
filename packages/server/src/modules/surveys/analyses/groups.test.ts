import { beforeEach, expect, it } from 'vitest';
import * as api from '@zhiheng/contract/surveys/analyses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { both, storeAnswers, type PastAnswer } from '../results/results.factory.ts';
import { openSurvey, visitForm } from '../surveys.factory.ts';
import { analyse, fields, people, resultOf } from './analyses.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
let survey: Survey;

beforeEach(async () => {
  org = await newOrganisation(server);
  survey = await openSurvey(org, { settings: { minimumGroup: 5 } });
  await storeAnswers(org, survey, people(60));
});

const cross = { kind: 'cross' as const, rows: { field: 'kind' }, columns: [{ field: 'again' }] };
const read = (id: string) => org.call(api.getAnalysis, { params: { id } });

async function refused(request: Parameters<typeof analyse>[2], of: Pick<Survey, 'id'> = survey) {
  const { errors } = await org.refusal(api.startAnalysis, { params: { id: of.id }, body: { request } });
  return errors?.map(({ path, code }) => `${path} ${code}`);
}

it('refuses chains that lead nowhere or round, and fields that the form does not have', async () => {
  const part = (key: string, field: string, ...leadsTo: string[]) => ({ key, name: key, fields: [field], leadsTo });
  const chainsOf = (...nodes: ReturnType<typeof part>[]) => refused({ kind: 'chains', nodes });
  expect(await chainsOf(part('a', 'items.a', 'b'), part('b', 'items.b', 'c'), part('c', 'items.d', 'b'))).toEqual(['request.nodes circle']);
  expect(await chainsOf(part('a', 'items.a', 'z'), part('b', 'items.b'))).toEqual(['request.nodes unknown_part']);
  expect(await chainsOf(part('a', 'items.a'), part('b', 'items.b'))).toEqual(['request.nodes no_paths']);
  expect(await chainsOf(part('a', 'items.a', 'b'), part('b', 'items.a'))).toEqual(['request.nodes named_twice']);
  expect(await refused({ kind: 'clusters', fields, by: [{ field: 'kind' }, { field: 'kind' }] })).toEqual(['request.by named_twice']);
  expect(await refused({ kind: 'grey', outcome: 'again', predictors: ['items.a', 'why'], over: 'month' })).toEqual([
    'request.predictors unknown_field',
  ]);
});

it('several choices stand on one side of a table only, and make no layers', async () => {
  const form = structuredClone(visitForm);
  const options = ['x', 'y'].map((key) => ({ key, text: both(key) }));
  for (const key of ['heard', 'used']) form.pages[1]?.questions.push({ key, type: 'multiple', text: both(key), options });
  const several = await openSurvey(org, { form });
  expect(await refused({ ...cross, rows: { field: 'heard' }, columns: [{ field: 'used' }] }, several)).toEqual([
    'request.columns several_choices',
  ]);
  expect(await refused({ ...cross, layer: { field: 'heard' } }, several)).toEqual(['request.layer several_choices']);
  expect(await refused({ kind: 'clusters', fields, by: [{ field: 'heard' }] }, several)).toEqual(['request.by several_choices']);
  const { columns } = await org.call(api.getAnalysisChoices, { params: { id: several.id } });
  expect(columns.filter(({ isSeveral }) => isSeveral).map(({ axis }) => axis)).toEqual([{ field: 'heard' }, { field: 'used' }]);
});

it('groups: says when there are too few people, and when a group would be too small to be shown', async () => {
  const few = await analyse(org, { id: survey.id, filters: { group: 'kind:visitor' } }, { kind: 'clusters', fields });
  expect(await read(few.id)).toMatchObject({ result: { kind: 'insufficient', n: 15, needed: 30 } });
  const alone: PastAnswer = { answers: { kind: 'visitor', 'items.a': 5, 'items.b': 1, 'items.d': 1, 'items.e': 5, again: 9 } };
  const tight = (level: number): PastAnswer => ({
    answers: { kind: 'patient', 'items.a': level, 'items.b': level, 'items.d': level, 'items.e': level, again: 9 },
  });
  const apart = await openSurvey(org, { settings: { minimumGroup: 5 } });
  await storeAnswers(org, apart, [alone, ...Array.from({ length: 40 }, (_, i) => tight(i % 2 === 0 ? 2 : 4))]);
  const { id } = await analyse(org, apart, { kind: 'clusters', fields, clusters: 3 });
  expect(await read(id)).toMatchObject({ result: { kind: 'undetermined', n: 41, reason: 'small-groups' } });
  const found = await resultOf(org, apart, { kind: 'clusters', fields, by: [{ field: 'kind' }] });
  expect(found.groups.map(({ n }) => n).sort()).toEqual([20, 21]);
  expect(found).toMatchObject({ hidden: [{ level: { key: 'visitor' }, n: 1 }], tables: [{ n: 40, rows: [{ key: 'patient' }] }] });
}, 60_000);

it('groups of more answers than are drawn are those of all', async () => {
  await storeAnswers(org, survey, people(1500, 8));
  const found = await resultOf(org, survey, { kind: 'clusters', fields, clusters: 2, seed: 3 });
  expect(found).toMatchObject({ n: 1560, sampled: 1000 });
  expect(found.groups.reduce((sum, { n }) => sum + n, 0)).toBe(1560);
  // Every deviation is from the mean of all: weighted by people they cancel out.
  for (const { groups } of found.profile)
    expect(
      groups.reduce((sum, { deviation }, i) => sum + (deviation.kind === 'figure' ? deviation.value : NaN) * (found.groups[i]?.n ?? 0), 0),
    ).toBeCloseTo(0, 6);
}, 60_000);

it('grey relations: too few places for a curve, and a curve that begins at nothing', async () => {
  const ask = async (over: 'month' | { field: string }, more = {}) =>
    (await read((await analyse(org, survey, { kind: 'grey', outcome: 'again', predictors: ['items.a', 'items.b'], over, ...more })).id))
      .result;
  expect(await ask('month')).toMatchObject({ kind: 'undetermined', reason: 'few-levels', fields: [{ key: 'month' }] });
  const found = await ask({ field: 'items.d' }, { resamples: 100 });
  if (found?.kind !== 'grey') throw new Error(found?.kind);
  expect(found.levels.every(({ n }) => n >= 5)).toBe(true);
  expect(found.n + found.hidden.reduce((sum, { n }) => sum + n, 0)).toBe(60);
});
