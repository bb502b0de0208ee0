import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createBiLogin, listBiLogins, revokeBiLogin, rotateBiLogin, type BiConnection } from '@zhiheng/contract/open-data/bi-logins';
import { openTable } from '@zhiheng/contract/open-data/open-table';
import { installQueue } from '../../../platform/jobs/jobs.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne } from '../../cases/cases.factory.ts';

const server = useTestServer();
const as = async ({ login, password, database }: BiConnection): Promise<Client> => {
  const client = new Client({
    ...(server.logins.app.host === undefined ? {} : { host: server.logins.app.host }),
    database,
    user: login.login,
    password,
  });
  await client.connect();
  return client;
};
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  );

async function withCases(subjects: number): Promise<{ org: TestOrganisation; connection: BiConnection }> {
  const org = await newOrganisation(server);
  for (let n = 0; n < subjects; n++) await openOne(org, { subject: `case ${n}`, contactName: 'Li Hua' });
  await openOne(org, { type: 'adverse-event', subject: 'hidden' });
  return { org, connection: await org.call(createBiLogin, { body: { name: 'Power BI' } }) };
}

test('a login reads the views of its organisation and nothing else, whatever it tries', async () => {
  await installQueue(server.logins.owner);
  const [own, other] = [await withCases(2), await withCases(5)];
  const client = await as(own.connection);
  try {
    const count = async (from: string) => Number((await client.query<{ count: string }>(`select count(*) from ${from}`)).rows[0]?.count);
    expect(await count('open_data.service_case')).toBe(2);
    for (const table of openTable.options) expect(await refused(client.query(`select * from open_data.${table} limit 1`))).toBe('nothing');

    // The setting by which the application says its organisation says nothing here.
    await client.query(`set app.org_id = '${other.org.orgId}'`);
    expect(await count('open_data.service_case')).toBe(2);
    // A cheap function of one's own sees no row before it is known to be one's own.
    await client.query('set default_transaction_read_only = off');
    const spy =
      'create function pg_temp.spy(text) returns boolean language plpgsql cost 0.0000001 as $$ begin raise notice $n$saw %$n$, $1; return true; end $$';
    const notices: string[] = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    await client.query(spy);
    expect(await count('open_data.service_case where pg_temp.spy(number)')).toBe(2);
    expect(notices).toHaveLength(2);

    const denied = '42501';
    const { rows: tables } = await sql<{ name: string }>`select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')`.execute(server.owner);
    expect(tables.length).toBeGreaterThan(100);
    for (const { name } of tables)
      expect([name, await refused(client.query(`select from public.${name} limit 1`))]).toEqual([name, denied]);
    const attacks = [
      `insert into public.bi_login (org_id, id, name, login, created_at) values ('${other.org.orgId}', gen_random_uuid(), 'x', current_user, now())`,
      `update public.bi_login set org_id = '${other.org.orgId}'`,
      `insert into open_data.service (code) values ('x')`,
      'set role zhiheng_app',
      `set session authorization zhiheng_app`,
      `set role ${other.connection.login.login}`,
      `alter role ${other.connection.login.login} password 'x'`,
      'create role intruder',
      'create table public.own (a int)',
      'create view open_data.own as select 1',
      `alter view open_data.service_case set (security_barrier = false)`,
      'select pg_read_file($$/etc/passwd$$)',
      'select from pgboss.job',
      'copy (select 1) to program $$id$$',
      `select * from public.orgs_of_email('a@example.org')`,
    ];
    for (const attack of attacks) expect([attack, await refused(client.query(attack))]).toEqual([attack, denied]);
    expect(await count('open_data.service_case')).toBe(2);
  } finally {
    await client.end();
  }
});

test('another password shuts the old one out; a revoked login is cut off and gone', async () => {
  const { org, connection } = await withCases(1);
  const { id } = connection.login;
  const renewed = await org.call(rotateBiLogin, { params: { id }, body: {} });
  expect(await refused(as(connection))).toBe('28P01');
  const client = await as(renewed);
  const lost = new Promise((resolve) => client.on('error', resolve));
  expect(JSON.stringify(await org.call(listBiLogins))).not.toContain(renewed.password);
  await org.call(revokeBiLogin, { params: { id } });
  await lost;
  expect(['28P01', '28000']).toContain(await refused(as(renewed)));
  expect((await org.call(listBiLogins)).items).toEqual([]);
  for (const what of ['created', 'rotated', 'revoked']) expect(await eventsOf(org, `bi-login.${what}`)).toHaveLength(1);
});

test('a role without its row reads nothing', async () => {
  const { org, connection } = await withCases(3);
  await server.owner.deleteFrom('bi_login').where('org_id', '=', org.orgId).execute();
  const client = await as(connection);
  const { rows } = await client.query('select from open_data.service_case');
  await client.end();
  expect(rows).toEqual([]);
  await server.platform.biLogins.revoke(connection.login.login);
});
