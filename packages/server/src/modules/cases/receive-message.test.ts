import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne, publishAgreement } from './cases.factory.ts';
import { receiveMessage } from './index.ts';

const server = useTestServer();
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const change = async (org: TestOrganisation, id: string, body: object) =>
  org.call(api.updateCase, { params: { id }, body: { ...body, version: (await read(org, id)).version } });
const hear = (org: TestOrganisation, id: string, more: object = {}) =>
  org.inside((operation) =>
    receiveMessage(operation, id, { from: 'customer', body: '还是不行', channel: 'portal', authorName: '王小明', ...more }),
  );

test('a customer who writes wakes a waiting case, reopens a solved one, and is answered by the clock of the next reply', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600, targets: ['next-reply', 'resolution'] });
  const { id } = await openOne(org);
  await change(org, id, { status: 'awaiting-customer', entry: { kind: 'reply', body: '请重启' } });
  await hear(org, id);
  const woken = await read(org, id);
  expect(woken).toMatchObject({ status: 'open', lastFrom: 'customer' });
  expect(woken.entries.at(-1)).toMatchObject({ kind: 'message', authorKind: 'customer', authorName: '王小明', body: '还是不行' });
  expect(woken.clocks.map(({ target, state }) => `${target} ${state}`).toSorted()).toEqual(['next-reply running', 'resolution running']);
  await change(org, id, { status: 'resolved', entry: { kind: 'reply', body: '已修复' } });
  await hear(org, id, { body: 'thanks, bye', asksForReply: false });
  expect((await read(org, id)).status).toBe('resolved');
  await hear(org, id, { body: 'out of office', automatic: true });
  expect((await read(org, id)).status).toBe('resolved');
  await hear(org, id);
  expect(await read(org, id)).toMatchObject({ status: 'open', reopened: 1 });
});

test('a message to a merged case reaches the one that goes on', async () => {
  const org = await newOrganisation(server);
  const [gone, into] = [await openOne(org), await openOne(org)];
  await org.call(api.mergeCase, { params: { id: gone.id }, body: { into: into.id, version: 1 } });
  expect(await hear(org, gone.id)).toMatchObject({ id: into.id });
  expect((await read(org, into.id)).entries.map(({ kind }) => kind)).toContain('message');
});
