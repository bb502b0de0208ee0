import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { deleteAccount } from '@zhiheng/contract/identity/accounts';
import * as api from '@zhiheng/contract/catalog/services';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../platform/identifier.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { joinOrganisation } from '../identity/identity.factory.ts';
import { restoreService } from './index.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}服务`, en: text });
const make = (org: TestOrganisation, code: string, more: object = {}) =>
  org.call(api.createService, { body: { code, name: named(code), type: 'support', ...more } });
const codes = async (org: TestOrganisation, query: object = {}) =>
  (await org.call(api.listServices, { query })).items.map((service) => service.code);

test('a service with all that belongs to it', async () => {
  const org = await newOrganisation(server);
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  const network = await make(org, 'network');
  expect(network).toMatchObject({
    description: { zh: '', en: '' },
    customers: null,
    ownerId: null,
    channels: [],
    state: 'live',
    dependsOn: [],
    version: 1,
  });
  const body = {
    ownerId: org.accountId,
    teamId: team.id,
    channels: ['phone', 'portal'],
    state: 'pipeline' as const,
    description: { zh: '说明', en: 'What it is' },
    customers: named('Staff'),
    parentId: network.id,
    dependsOn: [network.id, network.id],
  };
  const mail = await make(org, 'mail', body);
  expect(mail).toMatchObject({ ...body, dependsOn: [network.id], ownerName: 'Ada', teamName: named('Desk') });
  expect(await org.call(api.getService, { params: { id: mail.id } })).toEqual({ ...mail, dependents: [], children: [] });
  expect(await org.call(api.getService, { params: { id: network.id } })).toMatchObject({ dependents: [mail.id], children: [mail.id] });
  expect(await eventsOf(org, 'service.created')).toMatchObject([
    { entity_id: network.id },
    { entity_id: mail.id, label: 'mail服务', data: { code: 'mail' } },
  ]);
});

test('services are found by code, by either name, by state', async () => {
  const org = await newOrganisation(server);
  await make(org, 'mail', { name: { zh: '电子邮件', en: 'Electronic mail' } });
  await make(org, 'net', { name: { zh: '网络_接入', en: 'Network' }, state: 'retired' });
  expect(await codes(org)).toEqual(['mail', 'net']);
  expect(await codes(org, { q: '邮件' })).toEqual(['mail']);
  expect(await codes(org, { q: 'ELECTRONIC' })).toEqual(['mail']);
  expect(await codes(org, { q: '_' })).toEqual(['net']);
  expect(await codes(org, { state: 'retired' })).toEqual(['net']);
});

test('a change names the version that was read, counts on, and is logged field by field', async () => {
  const org = await newOrganisation(server);
  const [mail, net] = [await make(org, 'mail'), await make(org, 'net')];
  const params = { id: mail.id };
  const changed = await org.call(api.updateService, { params, body: { version: 1, state: 'retired', dependsOn: [net.id] } });
  expect(changed).toMatchObject({ version: 2, state: 'retired', name: mail.name, dependsOn: [net.id] });
  expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(mail.updatedAt));
  const late = await org.refusal(api.updateService, { params, body: { version: 1, name: named('Late') } });
  expect(late).toMatchObject({ status: 409, code: 'changed_meanwhile' });
  expect(await org.call(api.updateService, { params, body: { version: 2, dependsOn: [net.id] } })).toEqual(changed);
  expect((await org.call(api.updateService, { params, body: { version: 2, dependsOn: [] } })).dependsOn).toEqual([]);
  const events = await eventsOf(org, 'service.changed');
  expect(events.map((event) => event.data)).toEqual([
    { state: { from: 'live', to: 'retired' }, dependsOn: { from: [], to: [net.id] } },
    { dependsOn: { from: [net.id], to: [] } },
  ]);
});

test('two who save at the same time: the second is told', async () => {
  const org = await newOrganisation(server);
  const mail = await make(org, 'mail');
  const save = async (en: string) => {
    const payload = { version: 1, name: { zh: en, en } };
    return (await server.app.inject({ method: 'PATCH', url: `/api/v1/services/${mail.id}`, headers: { cookie: org.cookie }, payload }))
      .statusCode;
  };
  const held = sql`select from service where org_id = ${org.orgId} for update`;
  expect((await meanwhile(server, held, [() => save('a'), () => save('b')])).sort()).toEqual([200, 409]);
});

test('what a service names must be there', async () => {
  const org = await newOrganisation(server);
  const other = await newOrganisation(server);
  const foreign = await make(other, 'foreign');
  const mail = await make(org, 'mail');
  const wrong = async (more: object) =>
    (await org.refusal(api.createService, { body: { code: 'x', name: named('x'), type: 'support', ...more } })).errors;
  expect(await wrong({ ownerId: other.accountId })).toMatchObject([{ path: 'ownerId', code: 'unknown_account' }]);
  expect(await wrong({ teamId: newId() })).toMatchObject([{ path: 'teamId', code: 'unknown_team' }]);
  expect(await wrong({ parentId: foreign.id })).toMatchObject([{ path: 'parentId', code: 'unknown_parent' }]);
  expect(await wrong({ dependsOn: [mail.id, foreign.id] })).toMatchObject([{ path: 'dependsOn.1', code: 'unknown_service' }]);
  const params = { id: mail.id };
  const itself = await org.refusal(api.updateService, { params, body: { version: 1, dependsOn: [mail.id] } });
  expect(itself.errors).toMatchObject([{ path: 'dependsOn.0', code: 'itself' }]);
  const child = await make(org, 'child', { parentId: mail.id });
  const circle = await org.refusal(api.updateService, { params, body: { version: 1, parentId: child.id } });
  expect(circle.errors).toMatchObject([{ path: 'parentId', code: 'circular' }]);
  expect((await org.refusal(api.getService, { params: { id: foreign.id } })).status).toBe(404);
  expect((await org.refusal(api.createService, { body: { code: 'mail', name: named('m'), type: 'support' } })).code).toBe(
    'service_code_taken',
  );
  expect(await codes(org)).toEqual(['child', 'mail']);
});

test('an owner who left does not stop other changes', async () => {
  const org = await newOrganisation(server);
  const person = await joinOrganisation(server, org);
  const mail = await make(org, 'mail', { ownerId: person.id });
  await org.call(deleteAccount, { params: { id: person.id } });
  const changed = await org.call(api.updateService, {
    params: { id: mail.id },
    body: { version: 1, ownerId: person.id, state: 'retired' },
  });
  expect(changed).toMatchObject({ ownerName: 'Pat', state: 'retired' });
});

test('to the trash and back: children move up, dependencies wait', async () => {
  const org = await newOrganisation(server);
  const top = await make(org, 'top');
  const mail = await make(org, 'mail', { parentId: top.id });
  const leaf = await make(org, 'leaf', { parentId: mail.id, dependsOn: [mail.id] });
  await org.call(api.deleteService, { params: { id: mail.id } });
  expect(await codes(org)).toEqual(['leaf', 'top']);
  expect(await org.call(api.getService, { params: { id: leaf.id } })).toMatchObject({ parentId: top.id, dependsOn: [] });
  for (const endpoint of [api.getService, api.deleteService])
    expect((await org.refusal(endpoint, { params: { id: mail.id } })).status).toBe(404);
  await org.call(api.updateService, { params: { id: leaf.id }, body: { version: 1, dependsOn: [top.id] } });
  await org.inside((operation) => restoreService(operation, mail.id));
  expect(await org.call(api.getService, { params: { id: mail.id } })).toMatchObject({ parentId: top.id, dependents: [leaf.id] });
  expect((await org.call(api.getService, { params: { id: leaf.id } })).dependsOn).toEqual([mail.id, top.id]);
  const events = (await eventsOf(org)).filter((event) => event.entity_id === mail.id);
  expect(events.map((event) => event.type)).toEqual(['service.created', 'service.deleted', 'service.restored']);
});
