import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { escapeIdentifier, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Login } from '../platform/database/connect.ts';
import { readMigrations } from '../platform/database/migrate.ts';
import { migrationsFolder, withClient } from '../platform/database/open.ts';
import { OperateError, readManifest, type Manifest, type TableEntry } from './manifest.ts';

/**
 * Brings a backup back, in one transaction: the schema as the backup's migrations made it, then every table, then the row counts
 * are compared. Anything amiss leaves the database as it was. Newer migrations run at the next start.
 */
export async function restore(owner: Login, folder: string, options: { readonly replace: boolean }): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const entry of manifest.tables) await checkHash(folder, entry);
  await withClient(owner, async (client) => {
    if (!options.replace && (await hasData(client))) throw new OperateError('the database holds data; --replace overwrites it');
    await client.query('begin');
    try {
      await rebuildSchema(client, manifest);
      for (const entry of manifest.tables) await fill(client, folder, entry);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    await client.query('analyze');
  });
  return manifest;
}

async function checkHash(folder: string, entry: TableEntry): Promise<void> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(join(folder, entry.file)), hash);
  } catch {
    throw new OperateError(`${entry.file} of the backup is missing or cannot be read`);
  }
  if (hash.digest('hex') !== entry.sha256)
    throw new OperateError(`${entry.file} of the backup is damaged: its content is not what was written`);
}

async function hasData(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: string | null }>("select to_regclass('public.organisation')::text as there");
  if (rows[0]?.there === null) return false;
  const { rowCount } = await client.query('select from organisation limit 1');
  return rowCount !== 0;
}

/** The schema of the backup's own version: its migrations, and no others. */
async function rebuildSchema(client: Client, manifest: Manifest): Promise<void> {
  const known = new Map(readMigrations(migrationsFolder).map((migration) => [migration.name, migration.sql]));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new OperateError(`the backup is of a newer version: this one does not know ${unknown.join(', ')}`);
  await client.query('drop schema public cascade; drop schema if exists open_data cascade; create schema public');
  await client.query('create table schema_migration (name text primary key, applied_at timestamptz not null default now())');
  for (const name of manifest.migrations) {
    await client.query(known.get(name) ?? '');
    await client.query('insert into schema_migration (name) values ($1)', [name]);
  }
  for (const month of manifest.months) await client.query('select ensure_observation_months(array[$1::date])', [month]);
}

async function fill(client: Client, folder: string, entry: TableEntry): Promise<void> {
  const columns = entry.columns.map(escapeIdentifier).join(', ');
  const target = client.query(copyFrom(`copy ${escapeIdentifier(entry.table)} (${columns}) from stdin`));
  await pipeline(createReadStream(join(folder, entry.file)), createGunzip(), target);
  const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${escapeIdentifier(entry.table)}`);
  if (rows[0]?.n !== entry.rows) throw new OperateError(`${entry.table}: ${rows[0]?.n} rows came back, the backup counted ${entry.rows}`);
}
