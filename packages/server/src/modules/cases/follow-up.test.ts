import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from './cases.factory.ts';

const server = useTestServer();
type Contact = Omit<NonNullable<CallInput<typeof api.recordFollowUp>['body']>, 'version'>;
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const change = async (org: TestOrganisation, id: string, body: object) =>
  org.call(api.updateCase, { params: { id }, body: { ...body, version: (await read(org, id)).version } });
const contact = async (org: TestOrganisation, id: string, body: Contact) =>
  org.call(api.recordFollowUp, { params: { id }, body: { ...body, version: (await read(org, id)).version } });
const stepsOf = (found: Awaited<ReturnType<typeof read>>) => Object.fromEntries(found.loop.map(({ step, state }) => [step, state]));

async function solvedComplaint(org: TestOrganisation): Promise<string> {
  const { id } = await openOne(org, { type: 'complaint', subject: '服务态度差' });
  await change(org, id, { entry: { kind: 'reply', body: '已受理' } });
  await change(org, id, { status: 'resolved', cause: 'service', remedy: '道歉并培训' });
  await change(org, id, { status: 'following-up' });
  return id;
}

test('a complaint from the call to the confirmed solution', async () => {
  const org = await newOrganisation(server);
  const id = await solvedComplaint(org);
  const waiting = await read(org, id);
  expect(waiting.followUps).toMatchObject([{ doneAt: null, outcome: null }]);
  expect(Date.parse(waiting.followUps[0]?.dueOn ?? '') - Date.now()).toBeGreaterThan(28 * 86_400_000);
  expect(stepsOf(waiting)).toMatchObject({
    'first-response': 'done',
    cause: 'done',
    result: 'done',
    'follow-up': 'open',
    confirmed: 'open',
  });
  const missed = await contact(org, id, { channel: 'phone', outcome: 'not-reached', note: '无人接听', nextOn: '2027-01-04' });
  expect(missed.followUps).toMatchObject([
    { outcome: 'not-reached', by: 'Ada' },
    { dueOn: '2027-01-04', outcome: null },
  ]);
  const confirmed = await contact(org, id, { channel: 'phone', outcome: 'solved', rating: 5, note: '满意' });
  expect(stepsOf(confirmed)).toMatchObject({ 'follow-up': 'done', 'second-rating': 'done', confirmed: 'done' });
  expect(confirmed.transitions).toContain('closed');
  expect((await change(org, id, { status: 'closed' })).status).toBe('closed');
  expect((await eventsOf(org, 'case.followed-up')).map(({ data }) => data)).toMatchObject([
    { outcome: 'not-reached' },
    { outcome: 'solved', rating: 5 },
  ]);
});

test('not solved opens the complaint again, and what was confirmed before counts no more', async () => {
  const org = await newOrganisation(server);
  const id = await solvedComplaint(org);
  await contact(org, id, { channel: 'phone', outcome: 'solved', note: 'fine' });
  const reopened = await contact(org, id, { channel: 'phone', outcome: 'not-solved', note: 'it happened again' });
  expect(reopened).toMatchObject({ status: 'open', reopened: 1 });
  expect(reopened.entries.at(-1)).toMatchObject({ kind: 'note', body: 'it happened again' });
  await change(org, id, { status: 'resolved' });
  await change(org, id, { status: 'following-up' });
  const early = await org.refusal(api.updateCase, { params: { id }, body: { version: (await read(org, id)).version, status: 'closed' } });
  expect(early.code).toBe('confirmation_missing');
});

test('there is nothing to follow up before the solution', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org, { type: 'complaint' });
  const refused = await org.refusal(api.recordFollowUp, {
    params: { id },
    body: { version: 1, channel: 'phone', outcome: 'solved', note: 'x' },
  });
  expect(refused).toMatchObject({ status: 409, code: 'not_resolved' });
});
