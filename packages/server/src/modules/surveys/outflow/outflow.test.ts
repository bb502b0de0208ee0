import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createIndicator } from '@zhiheng/contract/measurement/indicators';
import { judgeResponses, listResponses } from '@zhiheng/contract/surveys/responses';
import { closeSurvey, getSurvey } from '@zhiheng/contract/surveys/surveys';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { releaseAnswers } from '../release-answers.ts';
import { answer, goodAnswers, openSurvey, openWay, runOn } from '../surveys.factory.ts';
import { rebuildAnswerObservations } from './observe-answers.ts';

const server = useTestServer();
const day = 86_400_000;
const name = { zh: '指标', en: 'Indicator' };

async function newIndicator(org: TestOrganisation, code: string): Promise<string> {
  const body = {
    ...{
      code,
      name,
      definition: name,
      dimension: 'satisfaction' as const,
      perspective: 'user' as const,
      measure: 'number' as const,
      unit: '1',
    },
    ...{ decimals: 1, direction: 'higher' as const, aggregate: 'mean' as const, period: 'month' as const, formula: null },
    ...{ plausibleMin: null, plausibleMax: null, source: 'norm', targetSource: name, ownerId: null },
  };
  return (await org.call(createIndicator, { body: { ...body, limits: { target: 5, warning: 4, critical: 1 } } })).id;
}

const observed = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ value: number; n: number }>`
      select o.value, o.n from observation o where o.org_id = ${orgId} order by o.value`.execute(db);
    return rows.map(({ value, n }) => [value, n]);
  });

test('scores flow into their indicator, leave it when an answer is excluded, and a rebuild finds nothing to mend', async () => {
  const org = await newOrganisation(server);
  const indicatorId = await newIndicator(org, 'perceived_quality');
  const survey = await openSurvey(org, { settings: { outflows: [{ measure: 'quality', part: null, indicatorId }] } });
  const run = await runOn(org, await openWay(org, survey));
  await answer(org, run);
  await answer(org, run, { answers: { kind: 'visitor', again: 9, 'items.a': 2 } });
  await answer(org, run, { answers: { kind: 'staff' } });
  await deliverEvents(server);
  expect(await observed(org)).toEqual([
    [20, 1],
    [45, 1],
  ]);
  const { items } = await org.call(listResponses, { params: { id: survey.id } });
  const low = items.find(({ scores }) => scores['quality'] === 2);
  const judge = (verdict: 'excluded' | 'unjudged') =>
    org.call(judgeResponses, { params: { id: survey.id }, body: { ids: [low?.id ?? ''], verdict, reason: 'x' } });
  await judge('excluded');
  await deliverEvents(server);
  expect(await observed(org)).toEqual([[45, 1]]);
  await judge('unjudged');
  await deliverEvents(server);
  const before = await observed(org);
  expect(before).toHaveLength(2);
  expect(await rebuildAnswerObservations(server.root, org.orgId)).toBe(0);
  await server.owner.deleteFrom('observation').where('org_id', '=', org.orgId).execute();
  expect(await rebuildAnswerObservations(server.root, org.orgId)).toBe(2);
  expect(await observed(org)).toEqual(before);
});

test('a low score is told once, with who is to call and by when', async () => {
  const org = await newOrganisation(server);
  const rule = { measure: 'loyalty', atMost: -100, ownerId: org.accountId, hours: 48 };
  const survey = await openSurvey(org, { settings: { followUps: [rule] } });
  const run = await runOn(org, await openWay(org, survey));
  await answer(org, run);
  await answer(org, run, { answers: { ...goodAnswers, again: 2 } });
  await deliverEvents(server);
  await deliverEvents(server);
  const { items } = await org.call(listResponses, { params: { id: survey.id } });
  const critic = items.find(({ scores }) => scores['loyalty'] === -100);
  const events = await eventsOf(org, 'survey.low-score');
  expect(events.map(({ data }) => data)).toEqual([
    { surveyId: survey.id, responseId: critic?.id, measure: 'loyalty', value: -100, ownerId: org.accountId, hours: 48 },
  ]);
});

const answersOf = (org: TestOrganisation) =>
  org.inside(({ db, orgId }) => db.selectFrom('survey_response').selectAll().where('org_id', '=', orgId).execute());

test('anonymous answers are released as whole groups of one cell, and only then flow out', async () => {
  const org = await newOrganisation(server);
  const indicatorId = await newIndicator(org, 'perceived_quality');
  const settings = { anonymous: true, outflows: [{ measure: 'quality', part: null, indicatorId }] };
  const survey = await openSurvey(org, { settings });
  const run = await runOn(org, await openWay(org, survey));
  const send = (kind: string) => answer(org, run, { answers: { ...goodAnswers, kind } });
  const released = async () => (await answersOf(org)).filter((row) => row.released_at !== null);
  for (let at = 0; at < 4; at++) await send('patient');
  for (let at = 0; at < 3; at++) await send('visitor');
  await releaseAnswers(server.root);
  expect(await released()).toEqual([]);
  await send('patient');
  const before = (await answersOf(org)).map(({ xid }) => xid);
  await releaseAnswers(server.root);
  expect((await released()).map(({ groups }) => groups)).toEqual(Array(5).fill(['patient']));
  // The number of the transaction no longer leads to whoever answered in it.
  expect((await released()).filter(({ xid }) => before.includes(xid))).toEqual([]);
  await deliverEvents(server);
  expect(await observed(org)).toHaveLength(5);
  await send('patient');
  await releaseAnswers(server.root, new Date(Date.now() + 6 * day));
  expect(await released()).toHaveLength(5);
  await send('patient');
  await releaseAnswers(server.root, new Date(Date.now() + 9 * day));
  const left = (await released()).filter(({ groups }) => groups.length === 0);
  expect(left.map(({ rest, distribution_id }) => [rest, distribution_id])).toEqual(Array(5).fill([{}, null]));
  expect((await eventsOf(org, 'survey.answers-released')).map(({ data }) => data)).toEqual([
    { surveyId: survey.id, released: 5 },
    { surveyId: survey.id, released: 5 },
  ]);
});

test('what is left over when an anonymous survey closes is too few, and stays hidden', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { settings: { anonymous: true } });
  const run = await runOn(org, await openWay(org, survey));
  for (let at = 0; at < 4; at++) await answer(org, run, { answers: { ...goodAnswers, kind: at % 2 === 0 ? 'patient' : 'visitor' } });
  const { version } = await org.call(getSurvey, { params: { id: survey.id } });
  await org.call(closeSurvey, { params: { id: survey.id }, body: { version, closed: true } });
  await releaseAnswers(server.root, new Date(Date.now() + 30 * day));
  expect((await answersOf(org)).filter((row) => row.released_at !== null)).toEqual([]);
});
