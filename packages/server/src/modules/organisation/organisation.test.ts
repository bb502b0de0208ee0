import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/organisation/organisation';
import { createRole } from '@zhiheng/contract/identity/accounts';
import type { QueueName } from '../../platform/jobs/jobs.ts';
import { buildApp } from '../../app.ts';
import { newId } from '../../platform/identifier.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { restoreUnit } from './index.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}组`, en: text });
const make = (org: TestOrganisation, code: string, parentId: string | null = null) =>
  org.call(api.createUnit, { params: { kind: 'teams' }, body: { code, name: named(code), parentId } });

test('the organisation changes its name and language', async () => {
  const org = await newOrganisation(server, { name: 'North', timeZone: 'Europe/Berlin' });
  expect(await org.call(api.getOrganisation)).toMatchObject({ id: org.orgId, name: 'North', locale: 'en', timeZone: 'Europe/Berlin' });
  const changed = await org.call(api.updateOrganisation, { body: { name: 'North-East', locale: 'zh' } });
  expect(await org.call(api.getOrganisation)).toEqual(changed);
  await org.call(api.updateOrganisation, { body: {} });
  const [event, ...others] = await eventsOf(org, 'organisation.changed');
  expect(event?.data).toEqual({ name: { from: 'North', to: 'North-East' }, locale: { from: 'en', to: 'zh' } });
  expect(others).toEqual([]);
});

test('a new time zone makes the rollups again, after the change is stored; a zone nobody knows is refused', async () => {
  const org = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
  const sent: [QueueName, string, string | undefined][] = [];
  const zoneOf = async (orgId: string) =>
    (await sql<{ zone: string }>`select time_zone as zone from organisation where org_id = ${orgId}`.execute(server.owner)).rows[0]?.zone;
  const jobs = {
    ...server.platform.jobs,
    send: async (queue: QueueName, { orgId }: { orgId: string }) => void sent.push([queue, orgId, await zoneOf(orgId)]),
  };
  const app = await buildApp({ ...server.platform, jobs });
  const patch = (body: object) =>
    app.inject({ method: 'PATCH', url: '/api/v1/organisation', headers: { cookie: org.cookie }, payload: body });
  expect((await patch({ name: 'Same zone' })).statusCode).toBe(200);
  expect((await patch({ timeZone: 'Asia/Shanghai' })).statusCode).toBe(200);
  expect(sent).toEqual([]);
  expect((await patch({ timeZone: 'America/New_York' })).json()).toMatchObject({ timeZone: 'America/New_York' });
  expect(sent).toEqual([['rebuild', org.orgId, 'America/New_York']]);
  for (const timeZone of ['Moon/Base', '+08:00', '', 7]) {
    const refused = await patch({ timeZone });
    expect([refused.statusCode, refused.json<{ errors: { path: string }[] }>().errors[0]?.path]).toEqual([422, 'timeZone']);
  }
  await app.close();
});

test.each(['teams', 'sites', 'segments'] as const)('%s: made, renamed, deleted, restored', async (kind) => {
  const org = await newOrganisation(server);
  const unit = await org.call(api.createUnit, { params: { kind }, body: { code: 'north', name: named('North') } });
  expect(unit).toMatchObject({ code: 'north', name: named('North'), parentId: null, subjects: 0 });
  const taken = await org.refusal(api.createUnit, { params: { kind }, body: { code: 'north', name: named('Again') } });
  expect(taken).toMatchObject({ status: 409, code: `${kind.slice(0, -1)}_code_taken` });
  const params = { kind, id: unit.id };
  const renamed = await org.call(api.updateUnit, { params, body: { name: named('Far North') } });
  expect((await org.call(api.listUnits, { params: { kind } })).items).toEqual([renamed]);
  await org.call(api.deleteUnit, { params });
  expect((await org.call(api.listUnits, { params: { kind } })).items).toEqual([]);
  expect((await org.refusal(api.updateUnit, { params, body: { name: named('X') } })).status).toBe(404);
  expect((await org.refusal(api.deleteUnit, { params })).status).toBe(404);
  const table = kind.slice(0, -1) as 'team';
  await org.inside((operation) => restoreUnit(operation, table, unit.id));
  expect((await org.call(api.listUnits, { params: { kind } })).items).toEqual([renamed]);
  const events = (await eventsOf(org)).filter((event) => event.entity_id === unit.id);
  expect(events.map((event) => event.type)).toEqual(['unit.created', 'unit.changed', 'unit.deleted', 'unit.restored']);
  expect(events.map((event) => event.entity_kind)).toEqual([table, table, table, table]);
});

test('a unit counts the subjects that name it', async () => {
  const org = await newOrganisation(server);
  const [desk, field] = [await make(org, 'desk'), await make(org, 'field')];
  await org.inside(({ db, orgId }) => db.insertInto('subject').values({ org_id: orgId, id: newId(), team_id: field.id }).execute());
  const { items } = await org.call(api.listUnits, { params: { kind: 'teams' } });
  expect(items.map((unit) => [unit.id, unit.subjects])).toEqual([
    [desk.id, 0],
    [field.id, 1],
  ]);
});

test('teams form a tree without circles; a branch that goes lifts what hung on it', async () => {
  const org = await newOrganisation(server);
  const top = await make(org, 'top');
  const middle = await make(org, 'middle', top.id);
  const leaf = await make(org, 'leaf', middle.id);
  const move = (id: string, parentId: string | null) => ({ params: { kind: 'teams' as const, id }, body: { parentId } });
  for (const parentId of [top.id, middle.id, leaf.id]) {
    expect((await org.refusal(api.updateUnit, move(top.id, parentId))).errors).toMatchObject([{ path: 'parentId', code: 'circular' }]);
  }
  expect((await org.refusal(api.updateUnit, move(top.id, newId()))).errors).toMatchObject([{ path: 'parentId', code: 'unknown_parent' }]);
  const renamed = await org.call(api.updateUnit, { params: { kind: 'teams', id: leaf.id }, body: { name: named('Leaf') } });
  expect(renamed.parentId).toBe(middle.id);
  await org.call(api.deleteUnit, { params: { kind: 'teams', id: middle.id } });
  const parents = async () =>
    Object.fromEntries((await org.call(api.listUnits, { params: { kind: 'teams' } })).items.map((unit) => [unit.code, unit.parentId]));
  expect(await parents()).toEqual({ top: null, leaf: top.id });
  expect((await org.refusal(api.updateUnit, move(leaf.id, middle.id))).errors).toMatchObject([{ code: 'unknown_parent' }]);
  await org.call(api.deleteUnit, { params: { kind: 'teams', id: top.id } });
  await org.inside((operation) => restoreUnit(operation, 'team', middle.id));
  expect(await parents()).toEqual({ leaf: null, middle: null });
});

test('two moves at the same time make no circle', async () => {
  const org = await newOrganisation(server);
  const [a, b] = [await make(org, 'a'), await make(org, 'b')];
  const [belowA, belowB] = [await make(org, 'below-a', a.id), await make(org, 'below-b', b.id)];
  const move = async (id: string, parentId: string) => {
    const url = `/api/v1/units/teams/${id}`;
    return (await server.app.inject({ method: 'PATCH', url, headers: { cookie: org.cookie }, payload: { parentId } })).statusCode;
  };
  const held = sql`select from team where org_id = ${org.orgId} and id in (${belowA.id}, ${belowB.id}) for update`;
  expect((await meanwhile(server, held, [() => move(a.id, belowB.id), () => move(b.id, belowA.id)])).sort()).toEqual([200, 422]);
});

test('the log says who did what, when, newest first, and can be asked', async () => {
  const org = await newOrganisation(server);
  const unit = await make(org, 'desk');
  await org.call(createRole, { body: { code: 'extra', name: named('Extra'), permissions: [] } });
  const { items } = await org.call(api.listChanges);
  expect(items.map((change) => [change.type, change.actor, change.label])).toEqual([
    ['role.created', 'Ada', 'extra'],
    ['unit.created', 'Ada', 'desk组'],
    ['account.activated', null, org.email],
    ['organisation.created', null, 'Test'],
  ]);
  const ask = async (query: object) => (await org.call(api.listChanges, { query })).items.map((change) => change.type);
  expect(await ask({ entityKind: 'team', entityId: unit.id })).toEqual(['unit.created']);
  expect(await ask({ actorId: org.accountId })).toEqual(['role.created', 'unit.created']);
  expect(await ask({ type: 'role.created' })).toEqual(['role.created']);
  expect(await ask({ to: items[0]?.at })).not.toContain('role.created');
  expect(await ask({ from: items[0]?.at })).toEqual(['role.created']);
  const first = await org.call(api.listChanges, { query: { limit: 3 } });
  const second = await org.call(api.listChanges, { query: { limit: 3, cursor: first.next ?? '' } });
  expect([...first.items, ...second.items]).toEqual(items);
  expect(second.next).toBeNull();
  expect((await org.refusal(api.listChanges, { query: { cursor: 'WyJ4Il0' } })).status).toBe(422);
});
