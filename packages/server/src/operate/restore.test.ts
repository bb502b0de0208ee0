import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { buildIndicator, buildUnit } from '../modules/measurement/measurement.factory.ts';
import type { Login } from '../platform/database/connect.ts';
import { withClient } from '../platform/database/open.ts';
import { newId } from '../platform/identifier.ts';
import { testPasswords } from '../testing/global-setup.ts';
import { newOrganisation } from '../testing/sign-in.ts';
import { useTestServer } from '../testing/test-server.ts';
import { backUp } from './back-up.ts';
import { manifestFile, OperateError, type Manifest } from './manifest.ts';
import { restore } from './restore.ts';
import { tablesInOrder } from './table-shapes.ts';

const server = useTestServer();
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-backup-'));
const backup = join(folder, 'one');

beforeAll(async () => {
  const org = await newOrganisation(server);
  await org.inside((operation) => buildIndicator(operation));
  await org.inside((operation) => buildUnit(operation, 'site', 'north'));
  const rows = Array.from({ length: 50 }, (_, i) => ({
    indicator: 'wait',
    at: `2026-0${1 + (i % 9)}-01T12:00:00Z`,
    value: i,
    site: 'north',
    key: `k"\\\n${i}`,
  }));
  await org.call(sendObservations, { body: rows });
  await backUp(server.logins.owner, backup);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An empty database of the same owner. */
async function emptyDatabase(): Promise<Login> {
  const database = `restored_${newId().replaceAll('-', '')}`;
  const admin = { host: inject('socket'), database: 'postgres', user: 'postgres', password: testPasswords.superuser };
  await withClient(admin, (client) => client.query(`create database ${database} owner ${server.logins.owner.user}`));
  return { ...server.logins.owner, database };
}

/** Every row of every table as text, in a fixed order. */
const contentOf = (login: Login): Promise<Record<string, string>> =>
  withClient(login, async (client) => {
    const content: Record<string, string> = {};
    for (const { table, columns } of await tablesInOrder(client)) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(r::text, E'\\n' order by r::text), '') as text from (select ${list} from "${table}") r`,
      );
      content[table] = rows[0]?.text ?? '';
    }
    return content;
  });

describe('a backup', () => {
  it('comes back row by row into an empty database, and over an old one only when told', async () => {
    const target = await emptyDatabase();
    const manifest = await restore(target, backup, { replace: false });
    expect(manifest.tables.find(({ table }) => table === 'observation')?.rows).toBe(50);
    expect(await contentOf(target)).toEqual(await contentOf(server.logins.owner));
    await expect(restore(target, backup, { replace: false })).rejects.toThrow('--replace');
    await restore(target, backup, { replace: true });
    expect(await contentOf(target)).toEqual(await contentOf(server.logins.owner));
  });

  it('keeps the wall between organisations', async () => {
    const target = await emptyDatabase();
    await restore(target, backup, { replace: false });
    const open = await withClient(target, (client) =>
      client.query(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity",
      ),
    );
    expect(open.rows).toEqual([]);
    const seen = await withClient({ ...server.logins.app, database: target.database }, (client) => client.query('select from observation'));
    expect(seen.rowCount).toBe(0);
  });

  it('is refused when a byte of it changed, and the database stays as it was', async () => {
    const target = await emptyDatabase();
    await restore(target, backup, { replace: false });
    const before = await contentOf(target);
    const file = join(backup, 'observation.copy.gz');
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    writeFileSync(file, flipped);
    await expect(restore(target, backup, { replace: true })).rejects.toThrow('damaged');
    writeFileSync(file, whole);
    expect(await contentOf(target)).toEqual(before);
  });

  it.each<[string, (manifest: Manifest) => Manifest, string]>([
    [
      'counts other rows',
      (m) => ({ ...m, tables: m.tables.map((t) => (t.table === 'site' ? { ...t, rows: t.rows + 1 } : t)) }),
      'rows came back',
    ],
    ['comes from a newer version', (m) => ({ ...m, migrations: [...m.migrations, '9999-later'] }), 'newer version'],
  ])('is refused when its manifest %s, and nothing is half-written', async (...[, change, reason]) => {
    const target = await emptyDatabase();
    const file = join(backup, manifestFile);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify(change(JSON.parse(text) as Manifest)));
    await expect(restore(target, backup, { replace: false })).rejects.toThrow(reason);
    writeFileSync(file, text);
    const left = await withClient(target, (client) => client.query("select to_regclass('public.organisation')::text as there"));
    expect(left.rows).toEqual([{ there: null }]);
  });

  it('is not taken for one when it is none', async () => {
    await expect(restore(await emptyDatabase(), folder, { replace: false })).rejects.toThrow(OperateError);
  });
});
