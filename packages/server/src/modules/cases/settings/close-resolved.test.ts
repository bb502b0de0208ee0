import { expect, test } from 'vitest';
import * as settingsApi from '@zhiheng/contract/cases/case-settings';
import * as api from '@zhiheng/contract/cases/cases';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../cases.factory.ts';
import { closeResolved } from './close-resolved.ts';

const server = useTestServer();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });

test('what was resolved is closed after its days, a complaint never by itself', async () => {
  const org = await newOrganisation(server);
  const [plain, looped] = [await openOne(org), await openOne(org, { type: 'complaint' })];
  const entry = { kind: 'reply', body: 'x' } as const;
  await org.call(api.updateCase, { params: { id: plain.id }, body: { version: 1, status: 'resolved' } });
  await org.call(api.updateCase, {
    params: { id: looped.id },
    body: { version: 1, entry, cause: 'service', remedy: 'x', status: 'resolved' },
  });
  await closeResolved(server.root, inDays(30));
  expect((await read(org, plain.id)).status).toBe('resolved');
  const { settings } = await org.call(settingsApi.getCaseSettings);
  await org.call(settingsApi.setCaseSettings, { body: { settings: { ...settings, closeAfterDays: 7 }, version: 0 } });
  await closeResolved(server.root, inDays(6));
  expect((await read(org, plain.id)).status).toBe('resolved');
  for (let turn = 0; turn < 2; turn++) await closeResolved(server.root, inDays(8));
  expect((await read(org, plain.id)).status).toBe('closed');
  expect((await read(org, looped.id)).status).toBe('resolved');
  expect((await eventsOf(org, 'case.changed')).at(-1)).toMatchObject({ entity_id: plain.id, actor_kind: 'system' });
});

test('the limits of the house are those of the loop', async () => {
  const org = await newOrganisation(server);
  const { settings } = await org.call(settingsApi.getCaseSettings);
  const own = { ...settings, responseHours: 2, resultHours: 6, followUpAfterDays: 10, followUpUntilDays: 40, attempts: 1 };
  await org.call(settingsApi.setCaseSettings, { body: { settings: own, version: 0 } });
  const openedAt = new Date(Date.now() - 60_000).toISOString();
  const { id } = await openOne(org, { type: 'complaint', openedAt });
  const dueIn = async () =>
    (await read(org, id)).loop.map(({ dueAt }) => dueAt && Math.round((Date.parse(dueAt) - Date.parse(openedAt)) / 3_600_000));
  expect((await dueIn()).filter((due) => due !== null)).toEqual([2, 6]);
  const entry = { kind: 'reply', body: 'x' } as const;
  await org.call(api.updateCase, { params: { id }, body: { version: 1, entry, cause: 'service', remedy: 'x', status: 'resolved' } });
  const days = async () => (await read(org, id)).followUps.flatMap(({ doneAt, dueOn }) => (doneAt === null ? [Date.parse(dueOn)] : []));
  await org.call(api.updateCase, { params: { id }, body: { version: 2, status: 'following-up' } });
  const [first = 0] = await days();
  for (const version of [3, 4]) {
    const body = { version, channel: 'phone', outcome: 'not-reached', rating: null, note: 'x' } as const;
    await org.call(api.recordFollowUp, { params: { id }, body });
  }
  // The first contact was due in ten days; after one vain attempt the next is when the forty days end.
  expect((await days()).map((day) => (day - first) / 86_400_000)).toEqual([30]);
});
