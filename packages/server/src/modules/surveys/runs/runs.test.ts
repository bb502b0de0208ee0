import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { renewLink, saveDistribution, setQuotas } from '@zhiheng/contract/surveys/distributions';
import { openRun, saveRun, submitRun } from '@zhiheng/contract/surveys/runs';
import { closeSurvey, getSurvey, publishSurvey, saveSurvey } from '@zhiheng/contract/surveys/surveys';
import { newId, newSecret } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { buildApp } from '../../../app.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { answer, anybody, goodAnswers, openSurvey, openWay, runOn, submissionOf, tokenOf, visitForm } from '../surveys.factory.ts';

const server = useTestServer();

const stored = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<Record<string, unknown>>`select * from survey_response where org_id = ${orgId} order by at, id`.execute(db);
    return rows;
  });

test('an answer is stored as it was given, packed, scored and told', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const way = await openWay(org, survey, { settings: { given: { service: 'Desk' } } });
  const run = await org.call(openRun, { params: { token: tokenOf(way) } }, anybody);
  expect(run).toMatchObject({ state: { kind: 'open' }, given: { service: 'Desk' }, mode: 'link', anonymous: false, saved: null });
  expect(await answer(org, await runOn(org, way), { language: 'en' })).toEqual({ state: 'complete', ending: 'thanks' });
  const [row] = await stored(org);
  expect(row).toMatchObject({
    ...{
      survey_id: survey.id,
      version_id: survey.versions[0]?.id,
      distribution_id: way.id,
      language: 'en',
      state: 'complete',
      seconds: 90,
    },
    ...{ scales: [5, 4, -1, null, null, 9], rest: { kind: 'patient' }, given: { service: 'Desk' }, groups: ['patient'] },
    ...{ scores: { loyalty: 100, quality: 4.5 }, customer_id: null, verdict: 'unjudged' },
  });
  expect(row?.['released_at']).not.toBeNull();
  expect(await eventsOf(org, 'survey.answered')).toMatchObject([
    {
      entity_id: survey.id,
      label: 'Visit',
      actor_kind: 'system',
      data: { surveyId: survey.id, responseId: row?.['id'], via: 'public', state: 'complete' },
    },
  ]);
  expect(await org.call(getSurvey, { params: { id: survey.id } })).toMatchObject({ responses: 1, versions: [{ responses: 1 }] });
});

test('whoever does not belong to those who are asked is screened out, and counts as no answer', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const run = await runOn(org, await openWay(org, survey));
  expect(await answer(org, run, { answers: { kind: 'staff' } })).toEqual({ state: 'screened-out', ending: 'sorry' });
  expect(await stored(org)).toMatchObject([{ state: 'screened-out', scores: {} }]);
  expect((await org.call(getSurvey, { params: { id: survey.id } })).responses).toBe(0);
});

test('what the form does not allow is refused by name, and nothing of it is stored', async () => {
  const org = await newOrganisation(server);
  const run = await runOn(org, await openWay(org, await openSurvey(org)));
  const faults = async (answers: object) => {
    const body = submissionOf(run, { answers: { ...goodAnswers, ...answers } });
    const { status, errors } = await org.refusal(submitRun, { params: { token: run.token }, body }, anybody);
    return [status, ...errors.map(({ path, code }) => `${path} ${code}`)];
  };
  expect(await faults({ again: 77 })).toEqual([422, 'answers.again out_of_scale']);
  expect(await faults({ 'items.a': 0, 'items.b': 2.5 })).toEqual([422, 'answers.items.a out_of_scale', 'answers.items.b not_whole']);
  expect(await faults({ 'items.z': 3 })).toEqual([422, 'answers.items.z unknown_field']);
  expect(await faults({ constructor: 'x' })).toEqual([422, 'answers.constructor unknown_field']);
  expect(await faults({ why: 'hidden from promoters' })).toEqual([422, 'answers.why hidden']);
  expect(await faults({ again: 3, why: 'x'.repeat(2001) })).toEqual([422, 'answers.why too_long']);
  expect((await faults({ again: 3, why: 'x'.repeat(10_000_000) }))[0]).toBe(422);
  expect(await faults({ kind: 'ghost' })).toEqual([422, 'answers.kind unknown_option']);
  expect(await stored(org)).toEqual([]);
  expect(await eventsOf(org, 'survey.answered')).toEqual([]);
});

test('a script in words is words', async () => {
  const org = await newOrganisation(server);
  const run = await runOn(org, await openWay(org, await openSurvey(org)));
  const why = `<script>alert(1)</script>'); drop table survey_response; --`;
  await answer(org, run, { answers: { ...goodAnswers, again: 2, why } });
  expect(await stored(org)).toMatchObject([{ rest: { kind: 'patient', why } }]);
});

test('the same submission again gets the same reply and is one answer; a secret that is another’s gets nothing', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { settings: { onePerPerson: false } });
  const run = await runOn(org, await openWay(org, survey));
  const body = submissionOf(run);
  const send = () => org.call(submitRun, { params: { token: run.token }, body }, anybody);
  const replies = await Promise.all([send(), send(), send()]);
  expect(replies).toEqual(Array(3).fill({ state: 'complete', ending: 'thanks' }));
  expect(await stored(org)).toHaveLength(1);
  expect(await eventsOf(org, 'survey.answered')).toHaveLength(1);
});

test('whoever did not hear the reply hears it again, though the survey has closed; a new answer is refused', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const run = await runOn(org, await openWay(org, survey));
  const body = submissionOf(run);
  const reply = await org.call(submitRun, { params: { token: run.token }, body }, anybody);
  await org.call(closeSurvey, { params: { id: survey.id }, body: { version: survey.version, closed: true } });
  expect(await org.call(submitRun, { params: { token: run.token }, body }, anybody)).toEqual(reply);
  const late = await org.refusal(submitRun, { params: { token: run.token }, body: submissionOf(run) }, anybody);
  expect(late).toMatchObject({ code: 'survey_takes_no_answers', params: { reason: 'closed' } });
});

test('one device answers once where each person is to answer once', async () => {
  const org = await newOrganisation(server);
  const run = await runOn(org, await openWay(org, await openSurvey(org)));
  const trace = { seconds: 90, device: 'this telephone' };
  await answer(org, run, { trace });
  const refused = await org.refusal(submitRun, { params: { token: run.token }, body: submissionOf(run, { trace }) }, anybody);
  expect(refused).toMatchObject({ code: 'survey_takes_no_answers', params: { reason: 'already-answered' } });
  await answer(org, run, { trace: { seconds: 90, device: 'another telephone' } });
  expect(await stored(org)).toHaveLength(2);
});

test('answers are kept before they are submitted, for whoever holds the secret', async () => {
  const org = await newOrganisation(server);
  const run = await runOn(org, await openWay(org, await openSurvey(org)));
  const resume = newSecret();
  const params = { token: run.token };
  const draft = { resume, versionId: run.versionId, answers: { kind: 'visitor' }, page: 'visit', language: 'en' };
  await org.call(saveRun, { params, body: draft }, anybody);
  expect((await org.call(openRun, { params, query: { resume } }, anybody)).saved).toEqual({
    answers: { kind: 'visitor' },
    page: 'visit',
    language: 'en',
  });
  expect((await org.call(openRun, { params, query: { resume: newSecret() } }, anybody)).saved).toBeNull();
  expect((await org.refusal(saveRun, { params, body: { ...draft, answers: { again: 11 } } }, anybody)).errors).toMatchObject([
    { path: 'answers.again', code: 'out_of_scale' },
  ]);
  await answer(org, run, { resume });
  expect((await org.call(openRun, { params, query: { resume } }, anybody)).saved).toBeNull();
});

test('whoever has begun goes on with the version they began; a new one begins with the newest', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const way = await openWay(org, survey);
  const old = await runOn(org, way);
  const resume = newSecret();
  await org.call(
    saveRun,
    { params: { token: old.token }, body: { resume, versionId: old.versionId, answers: {}, page: null, language: 'zh' } },
    anybody,
  );
  const [, ...rest] = visitForm.pages;
  const [first] = visitForm.pages;
  const note = { key: 'hello', type: 'note' as const, text: { zh: '你好', en: 'Hello' } };
  const form = { ...visitForm, pages: [{ ...first, key: 'who', questions: [note, ...(first?.questions ?? [])] }, ...rest] };
  const saved = await org.call(saveSurvey, { params: { id: survey.id }, body: { version: survey.version, form } });
  await org.call(publishSurvey, { params: { id: survey.id }, body: { version: saved.version } });
  const fresh = await runOn(org, way);
  expect(fresh.versionId).not.toBe(old.versionId);
  const resumed = await org.call(openRun, { params: { token: old.token }, query: { resume } }, anybody);
  expect(resumed.versionId).toBe(old.versionId);
  await answer(org, old, { resume });
  await answer(org, fresh);
  expect((await stored(org)).map((row) => row['version_id'])).toEqual([old.versionId, fresh.versionId]);
  const foreign = await openSurvey(org);
  const wrong = submissionOf({ ...fresh, versionId: foreign.versions[0]?.id ?? '' });
  expect((await org.refusal(submitRun, { params: { token: fresh.token }, body: wrong }, anybody)).errors).toMatchObject([
    { path: 'versionId', code: 'unknown_version' },
  ]);
});

test('a door that is closed says why, and takes nothing', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  let way = await openWay(org, survey);
  const run = await runOn(org, way);
  const reason = async () => {
    const { state } = await org.call(openRun, { params: { token: run.token } }, anybody);
    return state.kind === 'closed' ? state.reason : 'open';
  };
  const refused = async () =>
    (await org.refusal(submitRun, { params: { token: run.token }, body: submissionOf(run) }, anybody)).params['reason'];
  const set = async (body: object) =>
    (way = await org.call(saveDistribution, { params: { id: way.id }, body: { version: way.version, ...body } }));
  await set({ active: false });
  expect([await reason(), await refused()]).toEqual(['stopped', 'stopped']);
  await set({ active: true, settings: { opensAt: '2999-01-01T00:00:00Z' } });
  expect([await reason(), await refused()]).toEqual(['not-yet', 'not-yet']);
  await set({ settings: { opensAt: null, closesAt: '2020-01-01T00:00:00Z' } });
  expect([await reason(), await refused()]).toEqual(['over', 'over']);
  await set({ settings: { closesAt: null } });
  const closed = await org.call(closeSurvey, {
    params: { id: survey.id },
    body: { version: (await org.call(getSurvey, { params: { id: survey.id } })).version, closed: true },
  });
  expect([closed.state, await reason(), await refused()]).toEqual(['closed', 'closed', 'closed']);
  expect(await stored(org)).toEqual([]);
});

test('a quota that is set between two answers holds from the next one on', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const run = await runOn(org, await openWay(org, survey));
  const states = [(await answer(org, run)).state];
  const items = [{ id: newId(), name: { zh: '全部', en: 'All' }, condition: null, size: 2 }];
  await org.call(setQuotas, { params: { id: survey.id }, body: { items } });
  for (let at = 0; at < 3; at++) states.push((await answer(org, run)).state);
  expect(states).toEqual(['complete', 'complete', 'complete', 'quota-full']);
  expect(await stored(org)).toHaveLength(3);
});

test('a token that is forged, or was renewed, leads nowhere', async () => {
  const org = await newOrganisation(server);
  const way = await openWay(org, await openSurvey(org));
  const run = await runOn(org, way);
  for (const token of ['x'.repeat(43), `${run.token}x`, '../../../etc/passwd-and-more'])
    expect((await org.refusal(openRun, { params: { token } }, anybody)).status).toBe(404);
  await org.call(renewLink, { params: { id: way.id } });
  expect((await org.refusal(openRun, { params: { token: run.token } }, anybody)).status).toBe(404);
  expect((await org.refusal(submitRun, { params: { token: run.token }, body: submissionOf(run) }, anybody)).status).toBe(404);
  expect(await stored(org)).toEqual([]);
});

test('so many calls a minute from one address as the configuration allows, then none', async () => {
  const org = await newOrganisation(server);
  const { token } = await runOn(org, await openWay(org, await openSurvey(org)));
  const app = await buildApp({ ...server.platform, config: { ...server.platform.config, runsPerMinute: 2 } });
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn++) statuses.push((await app.inject({ url: `/api/v1/runs/${token}` })).statusCode);
  await app.close();
  expect(statuses).toEqual([200, 200, 429]);
});
