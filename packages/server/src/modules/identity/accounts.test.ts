import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/identity/accounts';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { newId } from '../../platform/identifier.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { client, newOrganisation, refusalOf } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { joinOrganisation, tokenOf } from './identity.factory.ts';
import { restoreAccount } from './index.ts';

const server = useTestServer();
const anybody = () => client(server, {});
const hours = (expiresAt: string) => Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000);

test('an invitation by private link: seven days, shown once, used once', async () => {
  const org = await newOrganisation(server, { name: 'North' });
  const { account, link } = await org.call(api.inviteAccount, { body: { email: 'Eve@Example.org', name: 'Eve', roles: ['auditor'] } });
  expect(account).toMatchObject({ email: 'eve@example.org', state: 'invited', roles: ['auditor'], teams: [], lastSeenAt: null });
  expect(hours(link.expiresAt)).toBe(7 * 24);
  expect(link.url).toMatch(/^http:\/\/localhost:80\/link\/[\w-]{43}$/);
  const params = { token: tokenOf(link.url) };
  expect(await anybody()(api.readAccessLink, { params })).toEqual({
    kind: 'invite',
    email: 'eve@example.org',
    name: 'Eve',
    organisation: 'North',
  });
  const url = `/api/v1/access-links/${params.token}`;
  const used = await server.app.inject({ method: 'POST', url, payload: { password: 'long enough for all', name: 'Eva' } });
  const cookie = String(used.headers['set-cookie']).split(';')[0] ?? '';
  expect(await org.call(getMe, {}, { cookie })).toMatchObject({ name: 'Eva', roles: ['auditor'] });
  expect(await refusalOf(anybody()(api.readAccessLink, { params }))).toMatchObject({ status: 404, params: { kind: 'access_link' } });
  expect((await refusalOf(anybody()(api.useAccessLink, { params, body: { password: 'another password' } }))).status).toBe(404);
  expect((await eventsOf(org)).map((event) => event.type).slice(-3)).toEqual(['account.invited', 'account.activated', 'session.started']);
});

test('of two who use a link at the same time, one gets in', async () => {
  const org = await newOrganisation(server);
  const { account, link } = await org.call(api.inviteAccount, { body: { email: 'twice@example.org', name: 'T', roles: ['auditor'] } });
  const url = `/api/v1/access-links/${tokenOf(link.url)}`;
  const use = async () => (await server.app.inject({ method: 'POST', url, payload: { password: 'long enough for all' } })).statusCode;
  const held = sql`select from account where org_id = ${org.orgId} and id = ${account.id} for update`;
  expect((await meanwhile(server, held, [use, use])).sort()).toEqual([200, 404]);
});

test('a link that has run out is no link', async () => {
  const org = await newOrganisation(server);
  const { link } = await org.call(api.inviteAccount, { body: { email: 'late@example.org', name: 'Late', roles: ['auditor'] } });
  await org.inside(({ db, orgId }) =>
    db
      .updateTable('access_link')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('org_id', '=', orgId)
      .execute(),
  );
  expect((await refusalOf(anybody()(api.readAccessLink, { params: { token: tokenOf(link.url) } }))).status).toBe(404);
  expect((await refusalOf(anybody()(api.readAccessLink, { params: { token: 'x'.repeat(43) } }))).status).toBe(404);
  expect((await refusalOf(anybody()(api.readAccessLink, { params: { token: 'no token' } }))).errors).toMatchObject([{ path: 'token' }]);
});

test('an invitation names what is wrong with it', async () => {
  const org = await newOrganisation(server);
  const body = { email: 'eve@example.org', name: 'Eve', roles: ['auditor'] };
  const roles = await org.refusal(api.inviteAccount, { body: { ...body, roles: ['auditor', 'wizard'] } });
  expect(roles).toMatchObject({ status: 422, errors: [{ path: 'roles.1', code: 'unknown_role', params: { role: 'wizard' } }] });
  const teams = await org.refusal(api.inviteAccount, { body: { ...body, teams: [{ teamId: newId() }] } });
  expect(teams).toMatchObject({ status: 422, errors: [{ path: 'teams.0.teamId', code: 'unknown_team' }] });
  expect((await org.refusal(api.inviteAccount, { body: { ...body, email: 'not an address' } })).errors).toMatchObject([
    { path: 'email', code: 'email' },
  ]);
  expect((await org.refusal(api.inviteAccount, { body: { ...body, roles: [] } })).errors).toMatchObject([{ path: 'roles' }]);
  await org.call(api.inviteAccount, { body });
  expect(await org.refusal(api.inviteAccount, { body })).toMatchObject({ status: 409, code: 'account_email_taken' });
});

test('people are listed page by page, found by part of name or address', async () => {
  const org = await newOrganisation(server);
  for (const name of ['Bo', 'Cy', 'D%d'])
    await org.call(api.inviteAccount, { body: { email: `${name[0]}@list.example.org`.toLowerCase(), name, roles: ['auditor'] } });
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await org.call(api.listAccounts, { query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
    expect(page.items.length).toBeLessThanOrEqual(2);
    names.push(...page.items.map((account) => account.name));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(names).toEqual(['Ada', 'Bo', 'Cy', 'D%d']);
  const find = async (query: object) => (await org.call(api.listAccounts, { query })).items.map((account) => account.name);
  expect(await find({ q: '%' })).toEqual(['D%d']);
  expect(await find({ q: 'B@LIST' })).toEqual(['Bo']);
  expect(await find({ state: 'active' })).toEqual(['Ada']);
  expect(await org.refusal(api.listAccounts, { query: { cursor: 'rubbish' } })).toMatchObject({
    status: 422,
    errors: [{ path: 'cursor' }],
  });
});

test('name, roles and teams change; the log says from what to what', async () => {
  const org = await newOrganisation(server);
  const person = await joinOrganisation(server, org);
  const teamId = newId();
  await org.inside(({ db, orgId }) =>
    db
      .insertInto('team')
      .values({ org_id: orgId, id: teamId, code: 'desk', name: JSON.stringify({ zh: '服务台', en: 'Desk' }) })
      .execute(),
  );
  const body = { name: 'Patricia', roles: ['team-lead', 'auditor'], teams: [{ teamId, lead: true }] };
  const changed = await org.call(api.updateAccount, { params: { id: person.id }, body });
  expect(changed).toMatchObject({
    name: 'Patricia',
    roles: ['auditor', 'team-lead'],
    teams: [{ id: teamId, name: { en: 'Desk' }, lead: true }],
  });
  const [event] = await eventsOf(org, 'account.changed');
  expect(event).toMatchObject({
    entity_id: person.id,
    data: { name: { from: 'Pat', to: 'Patricia' }, roles: { from: ['service-agent'], to: ['auditor', 'team-lead'] } },
  });
  const twice = await org.refusal(api.updateAccount, { params: { id: person.id }, body: { teams: [{ teamId }, { teamId }] } });
  expect(twice.errors).toMatchObject([{ path: 'teams.1.teamId', code: 'duplicate' }]);
  await org.call(api.updateAccount, { params: { id: person.id }, body });
  expect(await eventsOf(org, 'account.changed')).toHaveLength(1);
});

test('deleted: out at once, gone from the list, back with roles and password', async () => {
  const org = await newOrganisation(server);
  const person = await joinOrganisation(server, org, { roles: ['auditor'] });
  const cookie = await signedIn(person);
  const { url } = await org.call(api.createResetLink, { params: { id: person.id } });
  await org.call(api.deleteAccount, { params: { id: person.id } });
  expect((await org.refusal(getMe, {}, { cookie })).status).toBe(401);
  expect((await refusalOf(anybody()(api.readAccessLink, { params: { token: tokenOf(url) } }))).status).toBe(404);
  expect((await org.call(api.listAccounts)).items.map((account) => account.id)).toEqual([org.accountId]);
  const again = await org.refusal(api.inviteAccount, { body: { email: person.email, name: 'Pat', roles: ['auditor'] } });
  expect(again).toMatchObject({ status: 409, code: 'account_in_trash' });
  for (const endpoint of [api.deleteAccount, api.createResetLink])
    expect((await org.refusal(endpoint, { params: { id: person.id } })).status).toBe(404);
  await org.inside((operation) => restoreAccount(operation, person.id));
  expect((await org.refusal(getMe, {}, { cookie })).status).toBe(401);
  expect(await org.call(getMe, {}, { cookie: await signedIn(person) })).toMatchObject({ roles: ['auditor'] });
  expect((await eventsOf(org)).map((event) => event.type)).toEqual(expect.arrayContaining(['account.deleted', 'account.restored']));
});

test('a reset link: a day, other links and sessions end with its use', async () => {
  const org = await newOrganisation(server);
  const person = await joinOrganisation(server, org);
  const cookie = await signedIn(person);
  const first = await org.call(api.createResetLink, { params: { id: person.id } });
  const second = await org.call(api.createResetLink, { params: { id: person.id } });
  expect(hours(second.expiresAt)).toBe(24);
  expect((await refusalOf(anybody()(api.readAccessLink, { params: { token: tokenOf(first.url) } }))).status).toBe(404);
  const params = { token: tokenOf(second.url) };
  expect((await anybody()(api.readAccessLink, { params })).kind).toBe('reset');
  await anybody()(api.useAccessLink, { params, body: { password: 'fresh and long enough' } });
  expect((await org.refusal(getMe, {}, { cookie })).status).toBe(401);
  await signedIn({ ...person, password: 'fresh and long enough' });
  expect(await eventsOf(org, 'account.reset-link-created')).toHaveLength(2);
  expect(await eventsOf(org, 'account.password-changed')).toHaveLength(1);
});

test('states: an invited person is invited again by link, a disabled one gets none', async () => {
  const org = await newOrganisation(server);
  const { account } = await org.call(api.inviteAccount, { body: { email: 'new@example.org', name: 'N', roles: ['auditor'] } });
  const params = { id: account.id };
  expect((await org.refusal(api.updateAccount, { params, body: { state: 'active' } })).code).toBe('not_activated_yet');
  const { url } = await org.call(api.createResetLink, { params });
  expect((await anybody()(api.readAccessLink, { params: { token: tokenOf(url) } })).kind).toBe('invite');
  expect((await org.call(api.updateAccount, { params, body: { state: 'disabled' } })).state).toBe('disabled');
  expect((await refusalOf(anybody()(api.readAccessLink, { params: { token: tokenOf(url) } }))).status).toBe(404);
  expect((await org.refusal(api.createResetLink, { params })).code).toBe('account_disabled');
  expect((await org.call(api.updateAccount, { params, body: { state: 'active' } })).state).toBe('invited');
});

test('the last active administrator stays', async () => {
  const org = await newOrganisation(server);
  const params = { id: org.accountId };
  const ways = [
    () => org.refusal(api.updateAccount, { params, body: { state: 'disabled' } }),
    () => org.refusal(api.updateAccount, { params, body: { roles: ['auditor'] } }),
    () => org.refusal(api.deleteAccount, { params }),
  ];
  for (const way of ways) expect(await way()).toMatchObject({ status: 409, code: 'last_administrator' });
  await org.call(api.inviteAccount, { body: { email: 'waits@example.org', name: 'W', roles: ['administrator'] } });
  for (const way of ways) expect((await way()).code).toBe('last_administrator');
  const second = await joinOrganisation(server, org, { roles: ['administrator'] });
  const attempts = await Promise.all(
    [org.accountId, second.id].map(async (id) => {
      const url = `/api/v1/accounts/${id}`;
      return (await server.app.inject({ method: 'DELETE', url, headers: { cookie: org.cookie } })).statusCode;
    }),
  );
  expect(attempts).toContain(200);
  const left = await org.inside(({ db, orgId }) =>
    db
      .selectFrom('account')
      .select('id')
      .where('org_id', '=', orgId)
      .where('state', '=', 'active')
      .where('deleted_at', 'is', null)
      .execute(),
  );
  expect(left).toHaveLength(1);
});

test('nobody gives more than they have, nor takes over somebody who may do more', async () => {
  const org = await newOrganisation(server, {
    roles: { clerk: ['identity.read', 'identity.manage', 'organisation.read'], reader: ['organisation.read'] },
  });
  const clerk = { cookie: await org.as('clerk') };
  const admin = { params: { id: org.accountId } };
  const invite = (role: string) => ({ body: { email: `${role}@example.org`, name: 'X', roles: [role] } });
  expect(await org.refusal(api.inviteAccount, invite('administrator'), clerk)).toMatchObject({ status: 403, code: 'may_not_grant' });
  const { account } = await org.call(api.inviteAccount, invite('reader'), clerk);
  const params = { id: account.id };
  expect((await org.refusal(api.updateAccount, { params, body: { roles: ['auditor'] } }, clerk)).code).toBe('may_not_grant');
  expect((await org.refusal(api.createResetLink, admin, clerk)).code).toBe('more_powerful_account');
  expect((await org.refusal(api.updateAccount, { ...admin, body: { name: 'Mine' } }, clerk)).code).toBe('more_powerful_account');
  expect((await org.refusal(api.deleteAccount, admin, clerk)).code).toBe('more_powerful_account');
  await org.call(api.deleteAccount, { params }, clerk);
});

async function signedIn({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await server.app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password } });
  expect(answer.statusCode).toBe(200);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}
