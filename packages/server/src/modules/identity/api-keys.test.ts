import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/identity/accounts';
import { changePassword, getMe, listSessions, signOut, updateMe } from '@zhiheng/contract/identity/sign-in';
import { eventsOf } from '../../testing/read-events.ts';
import { client, newOrganisation, refusalOf } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';

const server = useTestServer();
const bearer = (key: string) => client(server, { headers: { authorization: `Bearer ${key}` } });

test('a key does what its role may do, until it is revoked', async () => {
  const org = await newOrganisation(server);
  const { apiKey, key } = await org.call(api.createApiKey, { body: { name: 'reporting', role: 'auditor' } });
  expect(key).toMatch(new RegExp(`^zh_${apiKey.prefix}_[\\w-]{43}$`));
  expect(apiKey).toMatchObject({ name: 'reporting', role: 'auditor', createdBy: 'Ada', expiresAt: null, lastUsedAt: null });
  expect((await bearer(key)(api.listAccounts)).items).toHaveLength(1);
  expect(await refusalOf(bearer(key)(api.createRole, { body: { code: 'x', name: { zh: 'x', en: 'x' }, permissions: [] } }))).toMatchObject({
    code: 'not_allowed',
  });
  const [listed] = (await org.call(api.listApiKeys)).items;
  expect(Date.now() - Date.parse(listed?.lastUsedAt ?? '')).toBeLessThan(60_000);
  await bearer(key)(api.listAccounts);
  expect((await org.call(api.listApiKeys)).items).toEqual([listed]);
  await org.call(api.revokeApiKey, { params: { id: apiKey.id } });
  expect((await refusalOf(bearer(key)(api.listAccounts))).status).toBe(401);
  expect((await org.call(api.listApiKeys)).items).toEqual([]);
  expect((await org.refusal(api.revokeApiKey, { params: { id: apiKey.id } })).status).toBe(404);
  const events = (await eventsOf(org)).filter((event) => event.entity_kind === 'api-key');
  expect(events.map((event) => event.type)).toEqual(['api-key.created', 'api-key.revoked']);
  expect(JSON.stringify(events)).not.toContain(key);
});

test('a key runs out', async () => {
  const org = await newOrganisation(server);
  const past = await org.refusal(api.createApiKey, { body: { name: 'k', role: 'auditor', expiresAt: '2020-01-01T00:00:00Z' } });
  expect(past).toMatchObject({ status: 422, errors: [{ path: 'expiresAt', code: 'in_the_past' }] });
  const expiresAt = new Date(Date.now() + 60_000).toISOString();
  const { key } = await org.call(api.createApiKey, { body: { name: 'k', role: 'auditor', expiresAt } });
  await bearer(key)(api.listRoles);
  await org.inside(({ db, orgId }) =>
    db
      .updateTable('api_key')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('org_id', '=', orgId)
      .execute(),
  );
  expect((await refusalOf(bearer(key)(api.listRoles))).status).toBe(401);
  expect((await org.call(api.listApiKeys)).items).toEqual([]);
});

test('a key is no person', async () => {
  const org = await newOrganisation(server);
  const { key } = await org.call(api.createApiKey, { body: { name: 'k', role: 'administrator' } });
  const call = bearer(key);
  const attempts = [() => call(getMe), () => call(listSessions), () => call(signOut), () => call(updateMe, { body: { name: 'K' } })];
  for (const attempt of attempts) expect(await refusalOf(attempt())).toMatchObject({ status: 403, code: 'persons_only' });
  expect((await refusalOf(call(changePassword, { body: { current: 'x', next: 'long enough for all' } }))).code).toBe('persons_only');
  await call(api.createRole, { body: { code: 'by-key', name: { zh: 'x', en: 'x' }, permissions: [] } });
  const [event] = await eventsOf(org, 'role.created');
  expect(event).toMatchObject({ actor_kind: 'api-key' });
  const child = await call(api.createApiKey, { body: { name: 'child', role: 'auditor' } });
  expect(child.apiKey.createdBy).toBe('k');
});

test('rubbish in place of a key is refused, even beside a good cookie', async () => {
  const org = await newOrganisation(server);
  for (const authorization of ['Bearer', 'Bearer zh__', 'Basic YTpi', `Bearer zh_00000000_${'x'.repeat(43)}`, 'Bearer zh_\u00ff']) {
    const answer = await server.app.inject({ url: '/api/v1/roles', headers: { authorization, cookie: org.cookie } });
    expect(answer.statusCode).toBe(401);
  }
});

test('an unknown role is named', async () => {
  const org = await newOrganisation(server);
  const refused = await org.refusal(api.createApiKey, { body: { name: 'k', role: 'wizard' } });
  expect(refused).toMatchObject({ status: 422, errors: [{ path: 'role', code: 'unknown_role' }] });
});
