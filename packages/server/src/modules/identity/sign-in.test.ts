import { expect, test } from 'vitest';
import { updateAccount } from '@zhiheng/contract/identity/accounts';
import { changePassword, endSession, getMe, listSessions, signIn, signOut, updateMe } from '@zhiheng/contract/identity/sign-in';
import { buildApp } from '../../app.ts';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { client, newOrganisation, refusalOf } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { joinOrganisation } from './identity.factory.ts';

const server = useTestServer();

const knock = (body: unknown, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/v1/session', payload: body as object, headers });

/** Signs in over HTTP and returns the cookie header. */
async function cookieFor(email: string, password: string): Promise<string> {
  const answer = await knock({ email, password });
  expect(answer.json()).toEqual({ kind: 'signed-in' });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

test('a session says who is signed in and what they may do', async () => {
  const org = await newOrganisation(server, { name: 'North', roles: { counter: ['identity.read'] } });
  expect(await org.call(getMe)).toMatchObject({
    id: org.accountId,
    email: org.email,
    roles: ['administrator'],
    organisation: { name: 'North' },
  });
  const counter = await org.call(getMe, {}, { cookie: await org.as('counter') });
  expect(counter.permissions).toEqual(['identity.read']);
  expect(await org.refusal(getMe, {}, { cookie: null })).toMatchObject({ status: 401, code: 'sign_in_needed' });
  expect(await org.refusal(getMe, {}, { cookie: 'zhiheng_session=made-up' })).toMatchObject({ status: 401 });
});

test('signing in gives a cookie that scripts cannot read, secure behind https, and an event', async () => {
  const org = await newOrganisation(server);
  const answer = await knock({ email: ` ${org.email.toUpperCase()} `, password: org.password });
  expect(answer.statusCode).toBe(200);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^zhiheng_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await org.call(getMe, {}, { cookie: cookie.split(';')[0] ?? '' })).email).toBe(org.email);
  expect(await eventsOf(org, 'session.started')).toMatchObject([{ entity_id: org.accountId, actor_id: org.accountId }]);
  const https = await knock({ email: org.email, password: org.password }, { 'x-forwarded-proto': 'https' });
  expect(String(https.headers['set-cookie'])).toContain('Secure');
});

test('a wrong password and an unknown address get the same answer, after the same work; the organisation reads of the first', async () => {
  const org = await newOrganisation(server);
  const spent = ({ user, system }: NodeJS.CpuUsage) => user + system;
  const time = async (email: string) => {
    // Processor time, not the clock: other tests run at the same time.
    const start = process.cpuUsage();
    const answer = await knock({ email, password: 'something else' });
    return {
      took: spent(process.cpuUsage(start)),
      status: answer.statusCode,
      code: answer.json<{ code: string }>().code,
      cookie: answer.headers['set-cookie'],
    };
  };
  // Of several together: the system counts processor time in ticks that may be longer than one call.
  const several = async (email: string) => {
    const answers = [await time(email), await time(email), await time(email), await time(email), await time(email)];
    return { ...answers[0]!, took: answers.reduce((sum, { took }) => sum + took, 0) };
  };
  const wrong = await several(org.email);
  const unknown = await several(`nobody-${newId()}@example.org`);
  for (const refused of [wrong, unknown]) expect(refused).toMatchObject({ status: 401, code: 'wrong_credentials', cookie: undefined });
  expect(unknown.took).toBeGreaterThan(wrong.took / 5);
  const failed = await eventsOf(org, 'session.failed');
  expect(failed).toHaveLength(5);
  expect(failed[0]).toMatchObject({ entity_id: org.accountId, label: org.email, actor_kind: 'system', data: { address: '127.0.0.1' } });
});

test('one address in two organisations: the password decides, and where it fits twice the person chooses', async () => {
  const [north, south] = [await newOrganisation(server, { name: 'North' }), await newOrganisation(server, { name: 'South' })];
  const email = `both-${newId()}@example.org`;
  const password = 'the same everywhere';
  await joinOrganisation(server, north, { email, password });
  await joinOrganisation(server, south, { email, password });
  const choice = await client(server, {})(signIn, { body: { email, password } });
  const organisations = [
    { id: north.orgId, name: 'North' },
    { id: south.orgId, name: 'South' },
  ];
  expect(choice).toEqual({ kind: 'choose-organisation', organisations });
  const chosen = await knock({ email, password, organisationId: south.orgId });
  const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
  expect((await south.call(getMe, {}, { cookie })).organisation.name).toBe('South');
  await south.call(changePassword, { body: { current: password, next: 'another one here' } }, { cookie });
  expect((await south.call(getMe, {}, { cookie: await cookieFor(email, 'another one here') })).organisation.name).toBe('South');
  expect((await north.call(getMe, {}, { cookie: await cookieFor(email, password) })).organisation.name).toBe('North');
  const elsewhere = await refusalOf(client(server, {})(signIn, { body: { email, password, organisationId: newId() } }));
  expect(elsewhere.code).toBe('wrong_credentials');
});

test('signing out ends the session', async () => {
  const org = await newOrganisation(server);
  const cookie = await cookieFor(org.email, org.password);
  await org.call(signOut, {}, { cookie });
  expect((await org.refusal(getMe, {}, { cookie })).status).toBe(401);
  expect(await org.call(getMe)).toMatchObject({ id: org.accountId });
  expect(await eventsOf(org, 'session.ended')).toMatchObject([{ entity_id: org.accountId, actor_id: org.accountId }]);
});

test('a new password ends the other sessions and needs the old one', async () => {
  const org = await newOrganisation(server);
  const [mine, other] = [await cookieFor(org.email, org.password), await cookieFor(org.email, org.password)];
  const next = 'a completely new one';
  const wrong = await org.refusal(changePassword, { body: { current: 'not this', next } }, { cookie: mine });
  expect(wrong).toMatchObject({ status: 422, errors: [{ path: 'current', code: 'wrong_password' }] });
  const short = await org.refusal(changePassword, { body: { current: org.password, next: 'short' } }, { cookie: mine });
  expect(short).toMatchObject({ status: 422, errors: [{ path: 'next' }] });
  await org.call(changePassword, { body: { current: org.password, next } }, { cookie: mine });
  expect((await org.call(getMe, {}, { cookie: mine })).email).toBe(org.email);
  expect((await org.refusal(getMe, {}, { cookie: other })).status).toBe(401);
  expect((await knock({ email: org.email, password: org.password })).statusCode).toBe(401);
  await cookieFor(org.email, next);
  expect(await eventsOf(org, 'account.password-changed')).toHaveLength(1);
});

test('own name, language and theme', async () => {
  const org = await newOrganisation(server);
  const changed = await org.call(updateMe, { body: { name: 'Grace', theme: 'dark' } });
  expect(changed).toMatchObject({ name: 'Grace', theme: 'dark', locale: 'en' });
  expect(await org.call(getMe)).toEqual(changed);
  await org.call(updateMe, { body: { name: 'Grace' } });
  const events = await eventsOf(org, 'account.changed');
  expect(events.map((event) => event.data)).toEqual([{ name: { from: 'Ada', to: 'Grace' }, theme: { from: 'system', to: 'dark' } }]);
  expect((await org.refusal(updateMe, { body: { theme: 'pink' as 'dark' } })).errors).toMatchObject([{ path: 'theme' }]);
});

test('own sessions are listed and can be ended; those of others cannot', async () => {
  const org = await newOrganisation(server);
  const other = await cookieFor(org.email, org.password);
  const { items } = await org.call(listSessions);
  expect(items.map((session) => session.current).sort()).toEqual([false, true]);
  const session = items.find((item) => !item.current);
  expect(session).toMatchObject({ address: '127.0.0.1', userAgent: 'lightMyRequest' });
  const params = { id: session?.id ?? '' };
  const agent = { cookie: await org.as('service-agent') };
  expect((await org.refusal(endSession, { params }, agent)).status).toBe(404);
  await org.call(endSession, { params });
  expect((await org.refusal(getMe, {}, { cookie: other })).status).toBe(401);
  expect((await org.refusal(endSession, { params })).code).toBe('not_found');
});

test('a session lives thirty days after the last visit, noted at most once a minute', async () => {
  const org = await newOrganisation(server);
  const read = () =>
    org.inside(({ db, orgId }) =>
      db.selectFrom('session').select(['last_seen_at', 'expires_at']).where('org_id', '=', orgId).executeTakeFirstOrThrow(),
    );
  const set = (seen: number, expires: number) =>
    org.inside(({ db, orgId }) =>
      db
        .updateTable('session')
        .set({ last_seen_at: new Date(Date.now() + seen), expires_at: new Date(Date.now() + expires) })
        .where('org_id', '=', orgId)
        .execute(),
    );
  await set(-30_000, 60_000);
  await org.call(getMe);
  expect((await read()).last_seen_at.getTime()).toBeLessThan(Date.now() - 20_000);
  await set(-61_000, 60_000);
  await org.call(getMe);
  const after = await read();
  expect(after.last_seen_at.getTime()).toBeGreaterThan(Date.now() - 10_000);
  expect(after.expires_at.getTime() - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
  await set(0, -1000);
  expect((await org.refusal(getMe)).status).toBe(401);
});

test('whoever is disabled is out at once and cannot come back in', async () => {
  const org = await newOrganisation(server);
  const person = await joinOrganisation(server, org);
  const cookie = await cookieFor(person.email, person.password);
  await org.call(updateAccount, { params: { id: person.id }, body: { state: 'disabled' } });
  expect((await org.refusal(getMe, {}, { cookie })).status).toBe(401);
  expect((await knock({ email: person.email, password: person.password })).statusCode).toBe(401);
});

test.each([{ state: 'disabled' }, { deleted_at: new Date() }])('a session that was left open lets nobody in: %o', async (change) => {
  const org = await newOrganisation(server);
  await org.inside(({ db, orgId }) => db.updateTable('account').set(change).where('org_id', '=', orgId).execute());
  expect((await org.refusal(getMe)).status).toBe(401);
});

test('guessing is slowed down per person', async () => {
  const org = await newOrganisation(server);
  const app = await buildApp({ ...server.platform, config: { ...server.platform.config, signInsPerMinute: 3 } });
  const attempt = (email: string) => app.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password: 'wrong' } });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await attempt(org.email)).statusCode);
  expect(statuses).toEqual([401, 401, 401, 429]);
  expect((await attempt('somebody@example.org')).statusCode).toBe(401);
  await app.close();
});
