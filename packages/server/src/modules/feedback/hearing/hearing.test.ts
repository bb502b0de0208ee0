import { expect, test } from 'vitest';
import { updateCase, getCase } from '@zhiheng/contract/cases/cases';
import * as portal from '@zhiheng/contract/cases/portal';
import { rateByLink } from '@zhiheng/contract/cases/ratings';
import * as api from '@zhiheng/contract/feedback/feedback';
import { undoResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { sql } from 'kysely';
import { recordEvent } from '../../../platform/record-event.ts';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../../cases/cases.factory.ts';
import { nobody } from '../../cases/portal/portal.factory.ts';
import { importAnswers } from '../../surveys/imports/response-imports.factory.ts';
import { answer, goodAnswers, openSurvey, openWay, runOn } from '../../surveys/surveys.factory.ts';
import { slow } from '../feedback.factory.ts';

const server = useTestServer();
const inbox = async (org: TestOrganisation) => (await org.call(api.listFeedback)).items;

test('what was written in a survey is in the inbox once, with what they would recommend', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  const run = await runOn(org, await openWay(org, survey));
  await answer(org, run, { answers: { ...goodAnswers, again: 2, why: slow } });
  await answer(org, run);
  await deliverEvents(server);
  const [only, ...others] = await inbox(org);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    channel: 'survey',
    source: 'Visit',
    body: slow,
    score: 2,
    scoreMax: 10,
    state: 'new',
    polarity: 'negative',
  });
  const one = await org.call(api.getFeedback, { params: { id: only?.id ?? '' } });
  expect(one.surveyId).toBe(survey.id);
  expect(one.responseId).not.toBeNull();
  await sql`update event_cursor set xid = '0', event_id = '00000000-0000-0000-0000-000000000000' where subscriber = 'feedback'`.execute(
    server.owner,
  );
  await deliverEvents(server);
  expect(await inbox(org)).toHaveLength(1);
  expect(await eventsOf(org, 'feedback.received')).toMatchObject([
    { entity_id: only?.id, actor_kind: 'system', data: { channel: 'survey' } },
  ]);
});

test('words of answers that are imported come in however old they are, and go when the import is undone and nobody touched them', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org);
  await answer(org, await runOn(org, await openWay(org, survey)), { answers: { ...goodAnswers, again: 2, why: slow } });
  await deliverEvents(server);
  const file = ['who,score,reason', 'patient,3,old words', 'patient,9,', 'visitor,1,other words'].join('\n');
  const columns = { who: 'kind', score: 'again', reason: 'why' };
  const { id } = await importAnswers(org, survey.id, { file, columns, at: '2024-03-01T02:00:00Z' });
  await deliverEvents(server);
  expect(new Set((await inbox(org)).map(({ body }) => body))).toEqual(new Set([slow, 'other words', 'old words']));
  await org.inside(({ db, orgId }) => sql`update feedback set tags = '{kept}' where org_id = ${orgId} and body = 'old words'`.execute(db));
  await org.call(undoResponseImport, { params: { id } });
  await deliverEvents(server);
  expect((await inbox(org)).map(({ body }) => body)).toEqual([slow, 'old words']);
});

test('of an anonymous survey only what is released comes, with nothing that leads to who said it', async () => {
  const org = await newOrganisation(server);
  const survey = await openSurvey(org, { settings: { anonymous: true, minimumGroup: 5 } });
  const run = await runOn(org, await openWay(org, survey));
  for (let n = 0; n < 4; n++) await answer(org, run, { answers: { ...goodAnswers, again: 1, why: `${slow}${n}` } });
  const release = async (at: Date | null) => {
    await sql`update survey_response set released_at = ${at} where org_id = ${org.orgId}`.execute(server.owner);
    const data = { surveyId: survey.id };
    await org.inside((operation) =>
      recordEvent(operation, { type: 'survey.answers-released', entity: { kind: 'survey', id: survey.id }, data }),
    );
    await deliverEvents(server);
  };
  await release(null);
  expect(await inbox(org)).toEqual([]);
  await release(new Date());
  const items = await inbox(org);
  expect(items).toHaveLength(4);
  for (const { id, at } of items) {
    expect(at.endsWith('-31T16:00:00.000Z') || at.endsWith('-30T16:00:00.000Z') || at.includes('-28T16') || at.includes('-29T16')).toBe(
      true,
    );
    const one = await org.call(api.getFeedback, { params: { id } });
    expect([one.score, one.author, one.contact, one.customerId, one.responseId]).toEqual([null, '', '', null, null]);
  }
});

async function solved(org: TestOrganisation, more: object = {}): Promise<{ id: string; token: string }> {
  const { id } = await openOne(org, { contactName: '王小明', contactEmail: 'wang@example.org', ...more });
  const { version } = await org.call(getCase, { params: { id } });
  await org.call(updateCase, {
    params: { id },
    body: { version, status: 'resolved', cause: 'service', remedy: 'x', entry: { kind: 'reply', body: '好了' } },
  });
  const { url } = await org.call(portal.makeCaseLink, { params: { id }, body: {} });
  return { id, token: url.split('/').at(-1) ?? '' };
}
const rate = (org: TestOrganisation, token: string, value: number, comment: string) =>
  org.call(rateByLink, { params: { token }, body: { value, comment } }, nobody());

test('words with the rating of a case come in; of an anonymous case without a name, of an adverse event not at all', async () => {
  const org = await newOrganisation(server);
  const [plain, silent, hidden, event] = [
    await solved(org),
    await solved(org),
    await solved(org, { anonymous: true }),
    await solved(org, { type: 'adverse-event', severity: 'minor' }),
  ];
  await rate(org, plain.token, 5, '很快就好了');
  await rate(org, silent.token, 5, '');
  await rate(org, hidden.token, 4, '不错');
  await rate(org, event.token, 2, '只给有权限的人看');
  await deliverEvents(server);
  const items = await inbox(org);
  expect(items.map(({ channel, body, author, score, scoreMax }) => [channel, body, author, score, scoreMax])).toEqual([
    ['case-rating', '不错', '', 4, 5],
    ['case-rating', '很快就好了', '王小明', 5, 5],
  ]);
});
