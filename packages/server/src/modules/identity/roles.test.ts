import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/identity/accounts';
import { builtInRoles } from '@zhiheng/contract/identity/permission';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { joinOrganisation } from './identity.factory.ts';

const server = useTestServer();
const name = { zh: '值班长', en: 'Shift lead' };

test('a new organisation has the roles out of the box', async () => {
  const org = await newOrganisation(server);
  const { items } = await org.call(api.listRoles);
  expect(items.map((role) => role.code)).toEqual(Object.keys(builtInRoles));
  for (const role of items)
    expect(role).toMatchObject({
      builtIn: true,
      permissions: [...builtInRoles[role.code as 'auditor']],
      name: { zh: expect.stringMatching(/\p{Script=Han}/u) as string },
    });
  expect(items.map((role) => role.accounts)).toEqual([1, 0, 0, 0, 0, 0, 0]);
});

test('a role of one’s own: made, changed, deleted when nobody has it', async () => {
  const org = await newOrganisation(server);
  const made = await org.call(api.createRole, { body: { code: 'shift-lead', name, permissions: ['catalog.read', 'catalog.read'] } });
  expect(made).toMatchObject({ code: 'shift-lead', name, permissions: ['catalog.read'], builtIn: false, accounts: 0 });
  expect((await org.refusal(api.createRole, { body: { code: 'shift-lead', name, permissions: [] } })).code).toBe('role_code_taken');
  const params = { id: made.id };
  const changed = await org.call(api.updateRole, { params, body: { permissions: ['insight.read'] } });
  expect(changed).toEqual({ ...made, permissions: ['insight.read'] });
  const person = await joinOrganisation(server, org, { roles: ['shift-lead'] });
  expect(await org.refusal(api.deleteRole, { params })).toMatchObject({ status: 409, code: 'role_in_use' });
  await org.call(api.deleteAccount, { params: { id: person.id } });
  const { apiKey } = await org.call(api.createApiKey, { body: { name: 'script', role: 'shift-lead' } });
  expect(await org.refusal(api.deleteRole, { params })).toMatchObject({ status: 409, code: 'role_in_use_by_key' });
  await org.call(api.revokeApiKey, { params: { id: apiKey.id } });
  await org.call(api.deleteRole, { params });
  expect((await org.call(api.listRoles)).items).toHaveLength(7);
  expect((await org.refusal(api.deleteRole, { params })).status).toBe(404);
  const events = (await eventsOf(org)).filter((event) => event.entity_kind === 'role');
  expect(events.map((event) => event.type)).toEqual(['role.created', 'role.changed', 'role.deleted']);
  expect(events[1]?.data).toEqual({ permissions: { from: ['catalog.read'], to: ['insight.read'] } });
});

test('built-in roles stay as they are', async () => {
  const org = await newOrganisation(server);
  const { items } = await org.call(api.listRoles);
  const params = { id: items.find((role) => role.code === 'customer')?.id ?? '' };
  expect((await org.refusal(api.updateRole, { params, body: { permissions: ['insight.read'] } })).code).toBe('role_built_in');
  expect((await org.refusal(api.deleteRole, { params })).code).toBe('role_built_in');
});

test('nobody writes into a role what they may not do', async () => {
  const org = await newOrganisation(server, { roles: { clerk: ['identity.read', 'identity.manage'] } });
  const clerk = { cookie: await org.as('clerk') };
  const body = { code: 'spy', name, permissions: ['identity.read', 'insight.read'] as const };
  const refused = await org.refusal(api.createRole, { body: { ...body, permissions: [...body.permissions] } }, clerk);
  expect(refused).toMatchObject({ status: 403, code: 'may_not_grant', params: { permission: 'insight.read' } });
  const made = await org.call(api.createRole, { body: { ...body, permissions: [...body.permissions] } });
  const params = { id: made.id };
  expect((await org.refusal(api.updateRole, { params, body: { permissions: [...body.permissions, 'audit.read'] } }, clerk)).code).toBe(
    'may_not_grant',
  );
  expect((await org.call(api.updateRole, { params, body: { permissions: ['insight.read'] } }, clerk)).permissions).toEqual([
    'insight.read',
  ]);
  expect((await org.refusal(api.createApiKey, { body: { name: 'k', role: 'administrator' } }, clerk)).code).toBe('may_not_grant');
});
