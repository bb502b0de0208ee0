import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeEach, expect, it, vi } from 'vitest';
import * as api from '@zhiheng/contract/surveys/analyses';
import type { ResultFilters } from '@zhiheng/contract/surveys/results';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { createSurvey, publishSurvey, saveSurvey, getSurvey, deleteSurvey, type Survey } from '@zhiheng/contract/surveys/surveys';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { foldAnswers } from '../results/fold-answers.ts';
import { both, storeAnswers } from '../results/results.factory.ts';
import { openSurvey, visitForm } from '../surveys.factory.ts';
import { analyse, fields, people, resultOf } from './analyses.factory.ts';
import { analysisWorker, sweepAnalyses } from './analysis-worker.ts';

const server = useTestServer();
let org: TestOrganisation;
let survey: Survey;
beforeEach(async () => {
  org = await newOrganisation(server);
  survey = await openSurvey(org, { settings: { minimumGroup: 5 } });
  await storeAnswers(org, survey, people(60));
  vi.restoreAllMocks();
});

const cross = { kind: 'cross' as const, rows: { field: 'kind' }, columns: [{ field: 'again' }] };
const omega = { kind: 'reliability' as const, fields, resamples: 200 };
/** Jobs that stay in the queue. */
const holdJobs = () => vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
const read = (id: string) => org.call(api.getAnalysis, { params: { id } });

it('is asked for, states its sample, and keeps its result', async () => {
  const started = await analyse(org, survey, cross);
  expect(started).toMatchObject({ state: 'queued', progress: 0, result: null, sample: null, createdBy: 'Ada', stale: false, since: null });
  const done = await read(started.id);
  expect(done).toMatchObject({ state: 'done', progress: 1, stale: false, since: 0, sample: { n: 60, clean: 60, minimum: 5, waiting: 0 } });
  expect(done.result?.kind).toBe('cross');
  const { items } = await org.call(api.listAnalyses, { params: { id: survey.id } });
  expect(items).toMatchObject([{ id: started.id, state: 'done' }]);
  expect(items[0]).not.toHaveProperty('result');
  expect((await eventsOf(org, 'survey.analysis-finished'))[0]?.data).toMatchObject({ analysisId: started.id, kind: 'cross', n: 60 });
});

it('the same answers and seed give the same bytes, another seed others', async () => {
  const first = await analyse(org, survey, { ...omega, seed: 5 });
  const again = await org.call(api.repeatAnalysis, { params: { id: first.id } });
  expect(again.id).not.toBe(first.id);
  const bytes = async (id: string): Promise<string> => JSON.stringify((await read(id)).result);
  expect(await bytes(again.id)).toBe(await bytes(first.id));
  const other = await analyse(org, survey, { ...omega, seed: 6 });
  expect(await bytes(other.id)).not.toBe(await bytes(first.id));
});

it('says how many answers came since, whether they are folded or not, and when some were judged otherwise', async () => {
  const { id } = await analyse(org, survey, cross);
  await foldAnswers(server.root);
  expect(await read(id)).toMatchObject({ stale: false, since: 0 });
  await storeAnswers(org, survey, people(3, 2));
  expect(await read(id)).toMatchObject({ stale: true, since: 3, sample: { n: 60 } });
  await foldAnswers(server.root);
  expect(await read(id)).toMatchObject({ stale: true, since: 3 });
  const judged = await analyse(org, survey, cross);
  await sql`update survey_response set suspicious = true, xid = pg_current_xact_id() where org_id = ${org.orgId} and id = (
    select id from survey_response where org_id = ${org.orgId} order by id limit 1)`.execute(server.owner);
  await sql`update survey_fold set upto = '0' where org_id = ${org.orgId}`.execute(server.owner);
  expect(await read(judged.id)).toMatchObject({ stale: true, since: 0 });
});

it('is stopped while it waits, and nobody works on it any more', async () => {
  holdJobs();
  const { id } = await analyse(org, survey, cross);
  expect(await org.call(api.cancelAnalysis, { params: { id } })).toMatchObject({ state: 'cancelled' });
  await analysisWorker(server.platform)({ orgId: org.orgId, id });
  expect(await read(id)).toMatchObject({ state: 'cancelled', result: null });
  expect(await org.refusal(api.cancelAnalysis, { params: { id } })).toMatchObject({
    code: 'analysis_is_over',
    params: { state: 'cancelled' },
  });
  expect(await eventsOf(org, 'survey.analysis-cancelled')).toHaveLength(1);
  expect(await eventsOf(org, 'survey.analysis-finished')).toEqual([]);
});

it('tells how far it is, is stopped while it runs, and writes nothing afterwards', async () => {
  holdJobs();
  await storeAnswers(org, survey, people(2500, 3));
  const { id } = await analyse(org, survey, { ...omega, resamples: 5000 });
  const working = analysisWorker(server.platform)({ orgId: org.orgId, id });
  await vi.waitFor(async () => expect((await read(id)).progress).toBeGreaterThan(0), { timeout: 20_000, interval: 100 });
  expect(await read(id)).toMatchObject({ state: 'running' });
  await org.call(api.cancelAnalysis, { params: { id } });
  await working;
  expect(await read(id)).toMatchObject({ state: 'cancelled', result: null, sample: null });
}, 60_000);

it('leaves others their turn while it calculates', async () => {
  holdJobs();
  await storeAnswers(org, survey, people(1500, 3));
  const { id } = await analyse(org, survey, { ...omega, resamples: 1500 });
  let turns = 0;
  const working = analysisWorker(server.platform)({ orgId: org.orgId, id });
  for (let isDone = false; !isDone; turns++) isDone = await Promise.race([working.then(() => true), sleep(20).then(() => false)]);
  expect((await read(id)).state).toBe('done');
  expect(turns).toBeGreaterThan(10);
}, 60_000);

const killed = (id: string, attempts: number) =>
  sql`update survey_analysis set state = 'running', attempts = ${attempts}, heartbeat_at = now() - interval '5 minutes' where id = ${id}`.execute(
    server.owner,
  );

it('goes on after its worker was killed; what ends every worker ends with a clear state', async () => {
  const hold = holdJobs();
  const { id } = await analyse(org, survey, cross);
  const { id: deadly } = await analyse(org, survey, cross);
  hold.mockRestore();
  await killed(id, 1);
  await killed(deadly, 3);
  await sweepAnalyses(server.platform);
  expect(await read(id)).toMatchObject({ state: 'done', sample: { n: 60 } });
  expect(await read(deadly)).toMatchObject({ state: 'failed', failure: 'interrupted', result: null });
});

it('two messages give one result', async () => {
  holdJobs();
  const { id } = await analyse(org, survey, cross);
  await Promise.all([1, 2].map(() => analysisWorker(server.platform)({ orgId: org.orgId, id })));
  expect((await read(id)).state).toBe('done');
  expect(await eventsOf(org, 'survey.analysis-finished')).toHaveLength(1);
});

it('a worker that was taken for dead does not write over its successor', async () => {
  holdJobs();
  await storeAnswers(org, survey, people(2500, 3));
  const { id } = await analyse(org, survey, { ...omega, resamples: 3000 });
  const slow = analysisWorker(server.platform)({ orgId: org.orgId, id });
  await vi.waitFor(async () => expect((await read(id)).progress).toBeGreaterThan(0), { timeout: 20_000, interval: 50 });
  await sql`update survey_analysis set attempts = 2, progress = 0.001 where id = ${id}`.execute(server.owner);
  await slow;
  expect(await read(id)).toMatchObject({ state: 'running', progress: 0.001 });
}, 60_000);

it('shows no group below the minimum, on whichever side it stands', async () => {
  await sql`insert into survey_response (org_id, id, survey_id, version_id, at, language, state, scales, rest, groups, released_at)
    select org_id, gen_random_uuid(), survey_id, version_id, at, language, state, scales, '{"kind": "staff"}', '{staff}', released_at
    from survey_response where org_id = ${org.orgId} order by id limit 3`.execute(server.owner);
  const rows = await resultOf(org, survey, cross);
  expect(rows.tables[0]?.rows.map(({ key }) => key)).toEqual(['patient', 'visitor']);
  expect(rows.hidden).toMatchObject([{ axis: { key: 'kind' }, level: { key: 'staff' }, n: 3 }]);
  const turned = await resultOf(org, survey, { kind: 'cross', rows: { field: 'again' }, columns: [{ field: 'kind' }] });
  expect(turned.tables[0]?.columns.map(({ key }) => key)).toEqual(['patient', 'visitor']);
  const layered = await resultOf(org, survey, {
    kind: 'cross',
    rows: { field: 'again' },
    columns: [{ field: 'items.a' }],
    layer: { field: 'kind' },
  });
  expect(layered.tables.map(({ layer }) => layer?.key)).toEqual(['patient']);
  for (const { cells } of layered.tables)
    for (const row of cells) expect(row.reduce((sum, cell) => sum + cell, 0)).toBeGreaterThanOrEqual(5);
});

it('below the minimum there is no result, but what is needed', async () => {
  const { id } = await analyse(org, { id: survey.id, filters: { from: '2027-01' } }, omega);
  expect(await read(id)).toMatchObject({ state: 'done', sample: { n: 0 }, result: { kind: 'insufficient', n: 0, needed: 5 } });
});

it('takes the answers that are asked for: a group, a segment, without suspicious ones', async () => {
  const segment = await org.call(createUnit, { params: { kind: 'segments' }, body: { code: 'east', name: both('East'), parentId: null } });
  await storeAnswers(
    org,
    survey,
    people(20, 4).map((person) => ({ ...person, segmentId: segment.id, suspicious: true })),
  );
  const sampleOf = async (filters: ResultFilters) => (await read((await analyse(org, { id: survey.id, filters }, cross)).id)).sample;
  expect(await sampleOf({})).toMatchObject({ n: 80, clean: 60 });
  expect(await sampleOf({ segmentId: segment.id })).toMatchObject({ n: 20, clean: 0 });
  expect(await sampleOf({ quality: 'clean' })).toMatchObject({ n: 60, clean: 60 });
  expect(await sampleOf({ group: 'kind:visitor' })).toMatchObject({ n: 20 });
  expect(await sampleOf({ from: '2026-03', until: '2026-03' })).toMatchObject({ n: 80 });
  expect(await sampleOf({ from: '2026-04' })).toMatchObject({ n: 0 });
});

it('takes answers of older versions along, and nothing from them that they did not ask', async () => {
  const before = await org.call(getSurvey, { params: { id: survey.id } });
  const longer = structuredClone(visitForm);
  const page = longer.pages[1];
  page?.questions.unshift({ key: 'fresh', type: 'scale', text: both('Fresh?'), scale: { min: 1, max: 5 } });
  const saved = await org.call(saveSurvey, { params: { id: survey.id }, body: { version: before.version, form: longer } });
  const next = await org.call(publishSurvey, { params: { id: survey.id }, body: { version: saved.version } });
  await storeAnswers(
    org,
    next,
    people(10, 8).map(({ answers }) => ({ answers: { ...answers, fresh: 3 } })),
  );
  const old = await resultOf(org, survey, cross);
  expect(old.tables[0]?.n).toBe(70);
  const fresh = await resultOf(org, survey, { kind: 'cross', rows: { field: 'fresh' }, columns: [{ field: 'again' }] });
  expect(fresh.tables[0]).toMatchObject({ n: 10, rows: [{ key: '3' }] });
  expect((await resultOf(org, survey, omega)).n).toBe(70);
});

it('corrects the tests of all tables together', async () => {
  const columns = [{ field: 'again' }, { field: 'items.a' }, { field: 'items.b' }];
  const byHolm = await resultOf(org, survey, { ...cross, columns });
  const smallest = [...byHolm.tables].sort((a, b) => (a.test?.p ?? 1) - (b.test?.p ?? 1))[0]?.test;
  expect(smallest?.adjustedP).toBeCloseTo(Math.min(1, 3 * (smallest?.p ?? NaN)), 10);
  const byRate = await resultOf(org, survey, { ...cross, columns, correction: 'benjamini-hochberg' });
  expect(byRate.tables.every(({ test }, i) => (test?.adjustedP ?? 1) <= (byHolm.tables[i]?.test?.adjustedP ?? 0) + 1e-12)).toBe(true);
});

it('refuses what the form does not have, in words', async () => {
  const refused = async (request: Parameters<typeof analyse>[2]) => {
    const { errors } = await org.refusal(api.startAnalysis, { params: { id: survey.id }, body: { request } });
    return errors?.map(({ path, code }) => `${path} ${code}`);
  };
  expect(await refused({ ...cross, rows: { field: 'why' } })).toEqual(['request.rows unknown_field']);
  expect(await refused({ ...cross, columns: [{ field: 'kind' }] })).toEqual(['request.columns named_twice']);
  expect(await refused({ kind: 'reliability', fields: ['items.a', 'items.a', 'items.b'] })).toEqual(['request.fields named_twice']);
  expect(await refused({ kind: 'paths', measure: 'loyalty' })).toEqual(['request.measure unknown_measure']);
  expect(await refused({ kind: 'structure', fields, extraction: 'minimum-residual', factors: 2 })).toEqual([
    'request.factors too_many_factors',
  ]);
  const margins = [{ axis: { dimension: 'team' as const }, shares: 'customers' as const }];
  expect(await refused({ kind: 'non-response', margins })).toEqual(['request.margins no_customer_base']);
  const draft = await org.call(createSurvey, { body: { name: both('Draft'), form: visitForm } });
  expect(await org.refusal(api.startAnalysis, { params: { id: draft.id }, body: { request: cross } })).toMatchObject({
    code: 'survey_has_no_version',
  });
});

it('few wait at the same time; what is deleted is gone, with the survey in the trash all are', async () => {
  holdJobs();
  const first = await analyse(org, survey, cross);
  for (let i = 1; i < 10; i++) await analyse(org, survey, cross);
  expect(await org.refusal(api.startAnalysis, { params: { id: survey.id }, body: { request: cross } })).toMatchObject({
    ...{ code: 'too_many_analyses_waiting', params: { most: 10 } },
  });
  await org.call(api.deleteAnalysis, { params: { id: first.id } });
  expect(await org.refusal(api.getAnalysis, { params: { id: first.id } })).toMatchObject({ code: 'not_found' });
  await analysisWorker(server.platform)({ orgId: org.orgId, id: first.id });
  const pages = await org.call(api.listAnalyses, { params: { id: survey.id }, query: { limit: 5 } });
  const rest = await org.call(api.listAnalyses, { params: { id: survey.id }, query: { limit: 5, cursor: pages.next ?? '' } });
  expect([pages.items.length, rest.items.length, rest.next]).toEqual([5, 4, null]);
  await org.call(deleteSurvey, { params: { id: survey.id } });
  expect(await org.refusal(api.getAnalysis, { params: { id: pages.items[0]?.id ?? '' } })).toMatchObject({ code: 'not_found' });
  expect(await org.refusal(api.listAnalyses, { params: { id: survey.id } })).toMatchObject({ code: 'not_found' });
});

it('weights segments to the customer base, and says which figures move', async () => {
  const unit = async (code: string) =>
    (await org.call(createUnit, { params: { kind: 'segments' }, body: { code, name: both(code), parentId: null } })).id;
  const [east, west, tiny] = [await unit('east'), await unit('west'), await unit('tiny')];
  const answer = (segmentId: string, again: number, count: number) =>
    Array.from({ length: count }, () => ({ answers: { kind: 'patient', again }, segmentId }));
  await storeAnswers(org, survey, [...answer(east, 10, 30), ...answer(west, 0, 10), ...answer(tiny, 0, 2)]);
  const customers = (segmentId: string, count: number) =>
    sql`insert into customer (org_id, id, code, kind, name, segment_id) select ${org.orgId}, gen_random_uuid(), ${segmentId} || i, 'person', 'x', ${segmentId}
      from generate_series(1, ${count}::int4) i`.execute(server.owner);
  await customers(east, 50);
  await customers(west, 50);
  await customers(tiny, 10);
  const found = await resultOf(org, survey, { kind: 'non-response', margins: [{ axis: { dimension: 'segment' }, shares: 'customers' }] });
  expect(found).toMatchObject({ n: 40, unplaced: 62, hidden: [{ level: { key: tiny }, n: 2 }], askedP: null, asked: [] });
  // 30 and 10 shall count like 20 and 20: weights 2/3 and 2; effective n = 40²/(30·4/9 + 10·4).
  expect(found.margins[0]?.levels).toMatchObject([
    { key: east, n: 30, share: 0.75, wanted: 0.5, weight: expect.closeTo(2 / 3, 9) as number },
    { key: west, n: 10, share: 0.25, wanted: 0.5, weight: expect.closeTo(2, 9) as number },
  ]);
  expect(found.effectiveN).toBeCloseTo(1600 / (30 * (4 / 9) + 40), 6);
  expect(found.figures).toMatchObject([
    { measure: 'loyalty', unit: 'points', unweighted: { n: 40, value: 50 }, weighted: { n: 40, value: expect.closeTo(0, 9) as number } },
    { measure: 'quality', unweighted: { kind: 'insufficient' } },
  ]);
});
