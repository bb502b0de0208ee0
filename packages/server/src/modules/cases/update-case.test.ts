import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne, publishAgreement } from './cases.factory.ts';

const server = useTestServer();
type Change = Omit<NonNullable<Parameters<typeof update>[2]>, 'version'>;
const update = (org: TestOrganisation, id: string, body: { version: number } & Record<string, unknown>) =>
  org.call(api.updateCase, { params: { id }, body });
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const change = async (org: TestOrganisation, id: string, body: Change) =>
  update(org, id, { ...body, version: (await read(org, id)).version });

test('a save changes fields, status and thread at once, and is logged field by field', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  const entry = { kind: 'reply' as const, body: 'We are on it', mentions: [org.accountId] };
  const saved = await update(org, id, { version: 1, priority: 'p1', status: 'awaiting-customer', entry });
  expect(saved).toMatchObject({ version: 2, priority: 'p1', status: 'awaiting-customer', lastFrom: 'team' });
  const priority = { field: 'priority', from: 'p3', to: 'p1' };
  expect(saved.entries).toMatchObject([
    { kind: 'change', authorName: 'Ada', changes: [priority, { field: 'status', from: 'new', to: 'awaiting-customer' }] },
    { kind: 'reply', body: 'We are on it', mentions: [org.accountId], authorId: org.accountId },
  ]);
  expect((await eventsOf(org, 'case.changed')).map(({ data }) => data)).toEqual([
    { priority: { from: 'p3', to: 'p1' }, status: { from: 'new', to: 'awaiting-customer' } },
  ]);
  expect(await eventsOf(org, 'case.entry-added')).toMatchObject([{ entity_id: id, data: { kind: 'reply', mentions: [org.accountId] } }]);
  expect((await org.call(api.listCases, { query: { filter: '{"q":"are on"}' } })).total).toBe(1);
});

test('who saves second hears who was first and what changed', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  await update(org, id, { version: 1, priority: 'p1' });
  const late = await org.refusal(api.updateCase, { params: { id }, body: { version: 1, subject: 'Mine' } });
  expect(late).toMatchObject({ status: 409, code: 'changed_meanwhile', params: { by: 'Ada', fields: 'priority', version: 2 } });
  expect((await read(org, id)).subject).toBe('Printer');
});

test('of fifty who save at once one wins each time, and nothing is lost', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  const tagWith = async (tag: string): Promise<void> => {
    for (;;) {
      const { version, tags } = await read(org, id);
      const payload = { version, tags: [...tags, tag] };
      const answer = await server.app.inject({ method: 'PATCH', url: `/api/v1/cases/${id}`, headers: { cookie: org.cookie }, payload });
      if (answer.statusCode === 200) return;
      expect(answer.statusCode).toBe(409);
    }
  };
  const first = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      server.app.inject({
        method: 'PATCH',
        url: `/api/v1/cases/${id}`,
        headers: { cookie: org.cookie },
        payload: { version: 1, subject: `by ${n}` },
      }),
    ),
  );
  expect(first.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  expect(first.filter(({ statusCode }) => statusCode === 409)).toHaveLength(49);
  await Promise.all(Array.from({ length: 10 }, (_, n) => tagWith(`t${n}`)));
  const found = await read(org, id);
  expect(found).toMatchObject({ version: 12 });
  expect(found.tags.toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `t${n}`));
});

test('a status that cannot be reached is refused, and reopening keeps count', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  const refused = await org.refusal(api.updateCase, { params: { id }, body: { version: 1, status: 'closed' } });
  expect(refused).toMatchObject({ status: 409, code: 'status_not_reachable', params: { from: 'new', to: 'closed' } });
  const resolved = await change(org, id, { status: 'resolved' });
  expect(resolved.resolvedAt).not.toBeNull();
  expect(resolved.transitions).toEqual(['open', 'closed']);
  expect((await change(org, id, { status: 'closed' })).closedAt).not.toBeNull();
  expect(await change(org, id, { status: 'open' })).toMatchObject({ reopened: 1, resolvedAt: null, closedAt: null });
});

test('nothing closes a complaint around its loop, neither alone nor in bulk', async () => {
  const org = await newOrganisation(server);
  const { id, number } = await openOne(org, { type: 'complaint' });
  const refusal = async (body: object) =>
    (await org.refusal(api.updateCase, { params: { id }, body: { ...body, version: (await read(org, id)).version } })).code;
  const bulk = async (status: 'resolved' | 'closed') =>
    (await org.call(api.changeCases, { body: { ids: [id], change: { status } } })).refused;
  expect(await refusal({ status: 'resolved' })).toBe('reply_missing');
  await change(org, id, { entry: { kind: 'reply', body: 'We look into it' } });
  expect(await bulk('resolved')).toEqual([{ id, number, code: 'cause_missing' }]);
  expect(await refusal({ status: 'resolved', cause: 'service' })).toBe('remedy_missing');
  expect(await refusal({ status: 'cancelled' })).toBe('status_not_reachable');
  expect(await refusal({ type: 'question' })).toBe('invalid');
  await change(org, id, { status: 'resolved', cause: 'service', remedy: 'Trained the team' });
  expect(await bulk('closed')).toEqual([{ id, number, code: 'follow_up_missing' }]);
  expect((await change(org, id, { status: 'following-up' })).transitions).toEqual(['open']);
  expect(await refusal({ status: 'closed' })).toBe('confirmation_missing');
  const other = await openOne(org);
  const merged = await org.refusal(api.mergeCase, { params: { id }, body: { into: other.id, version: (await read(org, id)).version } });
  expect(merged.code).toBe('loop_not_left');
});

test('the clock pauses while the customer is to act, and stops with the solution', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 36_000, targets: ['first-response', 'resolution'] });
  const { id } = await openOne(org);
  const waiting = await change(org, id, { status: 'awaiting-customer', entry: { kind: 'reply', body: 'Which floor?' } });
  expect(waiting.clocks).toMatchObject([
    { target: 'resolution', state: 'paused', reason: { zh: '等待客户' }, dueAt: null },
    { target: 'first-response', state: 'met' },
  ]);
  expect(waiting.next).toEqual({ target: 'resolution', state: 'paused', dueAt: null });
  expect((await change(org, id, { status: 'open' })).next?.state).toBe('running');
  const resolved = await change(org, id, { status: 'resolved' });
  expect(resolved.next).toBeNull();
  expect(resolved.clocks.map(({ state }) => state)).toEqual(['met', 'met']);
});

test('what an entry names must be there', async () => {
  const org = await newOrganisation(server);
  const { id } = await openOne(org);
  const entry = { kind: 'note' as const, body: 'x', mentions: [newId()], attachmentIds: [newId()] };
  const wrong = await org.refusal(api.updateCase, { params: { id }, body: { version: 1, entry } });
  expect(wrong.errors.map(({ code }) => code)).toEqual(['unknown_account', 'unknown_attachment']);
});

test('many at once: what may not be done is refused case by case', async () => {
  const org = await newOrganisation(server);
  const [one, two] = [await openOne(org, { tags: ['old'] }), await openOne(org)];
  await change(org, two.id, { status: 'cancelled' });
  const body = { ids: [one.id, two.id, newId()], change: { status: 'resolved' as const, addTags: ['new'], removeTags: ['old'] } };
  const done = await org.call(api.changeCases, { body });
  expect(done).toEqual({ changed: 1, refused: [{ id: two.id, number: two.number, code: 'status_not_reachable' }] });
  expect(await read(org, one.id)).toMatchObject({ status: 'resolved', tags: ['new'] });
});
