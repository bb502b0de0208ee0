import Papa from 'papaparse';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { renewLink } from '@zhiheng/contract/surveys/distributions';
import * as api from '@zhiheng/contract/surveys/responses';
import { openRun } from '@zhiheng/contract/surveys/runs';
import { publishSurvey, saveSurvey } from '@zhiheng/contract/surveys/surveys';
import { newSecret } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { importAnswers } from '../imports/response-imports.factory.ts';
import { answer, anybody, goodAnswers, openSurvey, openWay, runOn, tokenOf, visitForm } from '../surveys.factory.ts';

const server = useTestServer();

async function csvOf(org: TestOrganisation, id: string, query: Record<string, string> = {}): Promise<string> {
  const { statusCode, body } = await server.app.inject({
    url: `/api/v1/surveys/${id}/responses.csv`,
    query,
    headers: { cookie: org.cookie },
  });
  expect(statusCode).toBe(200);
  return body;
}
const tableOf = (csv: string) => Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data;

test('answers are listed, newest first, found by their words, and shown as they were given', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const run = await runOn(org, await openWay(org, survey));
  await answer(org, run, { answers: { kind: 'visitor', again: 3, why: '停车太贵 100%' } });
  await answer(org, run);
  const list = (query: object = {}) => org.call(api.listResponses, { params: { id: survey.id }, query });
  const { items, total } = await list();
  expect([total, items.map(({ scores }) => scores['loyalty'])]).toEqual([2, [100, -100]]);
  expect((await list({ q: '太贵 100%' })).items.map(({ id }) => id)).toEqual([items[1]?.id]);
  expect((await list({ q: '100_' })).total).toBe(0);
  expect((await list({ flagged: 'true' })).total).toBe(0);
  expect((await list({ until: '2020-01-01' })).total).toBe(0);
  const first = await list({ limit: 1 });
  const second = await list({ limit: 1, cursor: first.next ?? '' });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(second.next).toBeNull();
  expect(await org.call(api.getResponse, { params: { id: items[0]?.id ?? '' } })).toMatchObject({ answers: goodAnswers, via: 'public' });
  const other = await newOrganisation(server);
  expect((await other.refusal(api.getResponse, { params: { id: items[0]?.id ?? '' } })).status).toBe(404);
});

test('what somebody decides about an answer goes before its flags, with a reason in the log', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  await answer(org, await runOn(org, await openWay(org, survey)));
  const [row] = (await org.call(api.listResponses, { params: { id: survey.id } })).items;
  const id = row?.id ?? '';
  const judge = (verdict: 'included' | 'excluded' | 'unjudged') =>
    org.call(api.judgeResponses, { params: { id: survey.id }, body: { ids: [id], verdict, reason: 'called back' } });
  const suspicious = async () => tableOf(await csvOf(org, survey.id)).map((line) => [line['verdict'], line['suspicious']]);
  expect(await judge('excluded')).toEqual({ changed: 1 });
  expect(await suspicious()).toEqual([['excluded', 'true']]);
  expect(await judge('excluded')).toEqual({ changed: 0 });
  await judge('unjudged');
  expect(await suspicious()).toEqual([['unjudged', 'false']]);
  expect(await eventsOf(org, 'survey.responses-judged')).toMatchObject([
    { entity_id: survey.id, data: { verdict: 'excluded', reason: 'called back', ids: [id] } },
    { data: { verdict: 'unjudged' } },
  ]);
});

test('an export has a column for each field, runs nowhere as a formula, and comes in again as the same answers', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const run = await runOn(org, await openWay(org, survey));
  await answer(org, run);
  for (const why of ['=cmd|calc', '-1+1', '"quoted", and\nbroken', '@x'])
    await answer(org, run, { answers: { kind: 'patient', again: 2, why } });
  const csv = await csvOf(org, survey.id);
  const lines = tableOf(csv);
  expect(lines[0]).toMatchObject({ kind: 'patient', 'items.a': '5', 'items.c': 'na', 'items.d': '', again: '9', why: '', via: 'public' });
  expect(lines.slice(1).map(({ why }) => why)).toEqual(["'=cmd|calc", "'-1+1", '"quoted", and\nbroken', "'@x"]);
  const labelled = tableOf(await csvOf(org, survey.id, { labels: 'true', language: 'en' }));
  expect(Object.keys(labelled[0] ?? {})).toContain('Again?');
  const copy = await openSurvey(org);
  const columns = Object.fromEntries(['kind', 'items.a', 'items.b', 'items.c', 'again', 'why'].map((key) => [key, key]));
  const { counts } = await importAnswers(org, copy.id, { file: csv, columns, recordColumn: 'id', timeColumn: 'at' });
  expect(counts).toMatchObject({ rows: 5, stored: 5, unchanged: 0, refused: 0 });
  const again = tableOf(await csvOf(org, copy.id));
  const said = ({ at, why, again: score, kind }: Record<string, string>) => ({ at, why, score, kind });
  expect(again.map(said)).toEqual(lines.map(said));
  expect(await eventsOf(org, 'survey.responses-exported')).toHaveLength(3);
});

test('more answers than a page holds, many of one moment, are exported once each and in their order', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  await answer(org, await runOn(org, await openWay(org, survey)));
  const columns =
    'survey_id, version_id, distribution_id, language, state, scales, rest, given, scores, trace, flags, suspicious, released_at';
  await sql
    .raw(
      `insert into survey_response (org_id, id, at, ${columns}) select org_id, gen_random_uuid(), at + n % 7 * interval '1 hour', ${columns}
       from survey_response, generate_series(1, 19999) n where org_id = '${org.orgId}'`,
    )
    .execute(server.owner);
  const { rows } = await sql<{ id: string }>`
    select id from survey_response where org_id = ${org.orgId} order by at, id`.execute(server.owner);
  expect(tableOf(await csvOf(org, survey.id)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('an answer is exported by the form to which it was given, wherever a newer one has its fields', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const way = await openWay(org, survey);
  await answer(org, await runOn(org, way));
  const [who, visit] = visitForm.pages;
  const first = { key: 'overall', type: 'scale' as const, text: { zh: '总体', en: 'Overall' }, scale: { min: 1, max: 5 } };
  const form = {
    ...visitForm,
    pages: [
      { key: 'who', questions: [first, ...(who?.questions ?? [])] },
      { key: 'visit', questions: visit?.questions ?? [] },
    ],
  };
  const { version } = await org.call(saveSurvey, { params: { id: survey.id }, body: { version: survey.version, form } });
  await org.call(publishSurvey, { params: { id: survey.id }, body: { version } });
  await answer(org, await runOn(org, way), { answers: { ...goodAnswers, overall: 3, again: 8 } });
  const lines = tableOf(await csvOf(org, survey.id));
  const said = lines.map((line) => [
    line['version'],
    line['overall'],
    line['items.a'],
    line['items.b'],
    line['items.c'],
    line['items.d'],
    line['again'],
  ]);
  expect(said).toEqual([
    ['1', '', '5', '4', 'na', '', '9'],
    ['2', '3', '5', '4', 'na', '', '8'],
  ]);
});

test('answers given by telephone are checked and belong to their customer; a full quota refuses them', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const way = await openWay(org, survey, { kind: 'telephone' });
  expect(way.url).toBeNull();
  expect((await org.refusal(renewLink, { params: { id: way.id } })).code).toBe('no_shared_link');
  const body = { answers: goodAnswers, versionId: survey.versions[0]?.id ?? '', language: 'zh', seconds: 200, resume: newSecret() };
  const enter = (more: object) => ({ params: { id: way.id }, body: { ...body, ...more } });
  const agent = { cookie: await org.as('service-agent') };
  expect(await org.call(api.enterResponse, enter({}), agent)).toEqual({ state: 'complete' });
  expect((await org.refusal(api.enterResponse, enter({ answers: { again: 77 } }), agent)).errors).toMatchObject([
    { path: 'answers.again', code: 'out_of_scale' },
    { path: 'answers.kind', code: 'required' },
  ]);
  const { items } = await org.call(api.listResponses, { params: { id: survey.id } });
  expect(items).toMatchObject([{ via: 'telephone', seconds: 200 }]);
});

test('nothing of an anonymous answer leads to whoever gave it', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { settings: { anonymous: true } });
  expect(survey.settings.minimumGroup).toBe(5);
  const way = await openWay(org, survey);
  const run = await runOn(org, way);
  expect((await org.call(openRun, { params: { token: tokenOf(way) } }, anybody)).anonymous).toBe(true);
  await answer(org, run, { trace: { seconds: 12, pages: [12], pasted: 1, device: 'mine' } });
  const rows = await org.inside(({ db, orgId }) => db.selectFrom('survey_response').selectAll().where('org_id', '=', orgId).execute());
  const [row] = rows;
  expect(row).toMatchObject({ customer_id: null, case_id: null, invitation_id: null, device: null, seconds: null, trace: {}, given: {} });
  expect(row?.released_at).toBeNull();
  // A random id, not one that tells when it was made; and of the time only the day of the organisation.
  expect(row?.id[14]).toBe('4');
  expect(row?.at.toISOString()).toMatch(/T16:00:00\.000Z$/);
  const [event] = await eventsOf(org, 'survey.answered');
  expect(event?.data).toEqual({ surveyId: survey.id, via: 'public', state: 'complete' });
  for (const call of [
    () => org.refusal(api.listResponses, { params: { id: survey.id } }),
    () => org.refusal(api.getResponse, { params: { id: row?.id ?? '' } }),
    () => org.refusal(api.judgeResponses, { params: { id: survey.id }, body: { ids: [row?.id ?? ''], verdict: 'excluded', reason: 'x' } }),
  ])
    expect((await call()).code).toBe('survey_is_anonymous');
  expect(tableOf(await csvOf(org, survey.id))).toEqual([]);
});
