import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne, publishAgreement } from './cases.factory.ts';

const server = useTestServer();
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const note = async (org: TestOrganisation, id: string, body: string) => {
  const { version } = await read(org, id);
  return org.call(api.updateCase, { params: { id }, body: { version, entry: { kind: 'note', body } } });
};

test('a merged case gives its thread away and its clocks are withdrawn', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  const [gone, into] = [await openOne(org, { subject: '复印机' }), await openOne(org)];
  const { version } = await note(org, gone.id, 'seen on floor 3');
  const kept = await org.call(api.mergeCase, { params: { id: gone.id }, body: { into: into.id, version } });
  expect(kept).toMatchObject({ id: into.id, version: 2 });
  expect(kept.entries.map(({ body }) => body)).toContain('seen on floor 3');
  const merged = await read(org, gone.id);
  expect(merged).toMatchObject({ status: 'merged', mergedInto: { id: into.id, number: into.number }, next: null, transitions: [] });
  expect(merged.clocks).toMatchObject([{ state: 'cancelled' }]);
  expect(await eventsOf(org, 'case.merged')).toMatchObject([{ entity_id: gone.id, data: { into: into.id } }]);
  const again = await org.refusal(api.mergeCase, { params: { id: gone.id }, body: { into: into.id, version: merged.version } });
  expect(again.code).toBe('case_over');
  const late = await org.refusal(api.updateCase, { params: { id: gone.id }, body: { version: merged.version, subject: 'x' } });
  expect(late.code).toBe('case_merged');
});

test('a case is split: the chosen entries move, and both name each other', async () => {
  const org = await newOrganisation(server);
  const { id, number } = await openOne(org, { contactName: 'Wang', priority: 'p1' });
  await note(org, id, 'about the printer');
  const { entries } = await note(org, id, 'also the phone is dead');
  const phone = entries.find(({ body }) => body.startsWith('also'))?.id ?? '';
  const split = await org.call(api.splitCase, { params: { id }, body: { subject: 'Phone', entryIds: [phone] } });
  expect(split).toMatchObject({ subject: 'Phone', contactName: 'Wang', priority: 'p1', description: 'also the phone is dead' });
  expect(split.links).toMatchObject([{ kind: 'split-from', id, number }]);
  expect(split.entries.map(({ body }) => body)).toEqual(['also the phone is dead']);
  expect((await read(org, id)).entries.map(({ body }) => body)).not.toContain('also the phone is dead');
  expect(await eventsOf(org, 'case.split')).toMatchObject([{ entity_id: id, data: { into: split.id, entries: 1 } }]);
});

test('links: once between two cases, seen from both, and taken away', async () => {
  const org = await newOrganisation(server);
  const [one, two] = [await openOne(org), await openOne(org)];
  const linked = await org.call(api.linkCases, { params: { id: one.id }, body: { kind: 'related', otherId: two.id } });
  expect(linked.links).toMatchObject([{ kind: 'related', number: two.number }]);
  expect((await read(org, two.id)).links).toMatchObject([{ kind: 'related', number: one.number }]);
  const twice = await org.refusal(api.linkCases, { params: { id: two.id }, body: { kind: 'caused-by', otherId: one.id } });
  expect(twice.code).toBe('case_link_taken');
  await org.call(api.unlinkCases, { params: { id: two.id, otherId: one.id } });
  expect((await read(org, one.id)).links).toEqual([]);
  expect((await org.refusal(api.unlinkCases, { params: { id: two.id, otherId: one.id } })).status).toBe(404);
  expect((await eventsOf(org)).map(({ type }) => type)).toEqual(expect.arrayContaining(['case.linked', 'case.unlinked']));
});

test('two who write on one case hear of each other', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  const agent = { cookie: await org.as('service-agent') };
  const params = { id };
  expect(await org.call(api.presence, { params, body: { writing: true } })).toEqual({ others: [] });
  expect(await org.call(api.presence, { params, body: { writing: false } }, agent)).toEqual({
    others: [{ accountId: org.accountId, name: 'Ada', writing: true }],
  });
  expect((await org.call(api.presence, { params, body: { writing: true } })).others).toMatchObject([
    { name: 'service-agent', writing: false },
  ]);
});
