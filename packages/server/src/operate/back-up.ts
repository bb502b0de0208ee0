import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { escapeIdentifier, type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Config } from '../platform/config.ts';
import type { Login } from '../platform/database/connect.ts';
import { withClient } from '../platform/database/open.ts';
import type { Logins } from '../platform/database/provision.ts';
import { manifestFile, type Manifest, type TableEntry } from './manifest.ts';
import { observationMonths, tablesInOrder, type TableShape } from './table-shapes.ts';

/**
 * Writes every table of the database into a folder: one compressed COPY file per table out of one snapshot, and a manifest with row
 * counts, hashes and the migrations that made the schema. The folder appears whole or not at all. Throws when it exists already.
 */
export async function backUp(owner: Login, folder: string): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const manifest = await withClient(owner, (client) => inSnapshot(client, () => writeAll(client, unfinished)));
    await writeFile(join(unfinished, manifestFile), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await rename(unfinished, folder);
    return manifest;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function inSnapshot<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  const result = await work();
  await client.query('commit');
  return result;
}

async function writeAll(client: Client, folder: string): Promise<Manifest> {
  const applied = await client.query<{ name: string }>('select name from schema_migration order by name');
  const tables: TableEntry[] = [];
  for (const shape of await tablesInOrder(client)) tables.push(await writeTable(client, folder, shape));
  return {
    format: 1,
    createdAt: new Date().toISOString(),
    migrations: applied.rows.map((row) => row.name),
    months: await observationMonths(client),
    tables,
  };
}

async function writeTable(client: Client, folder: string, shape: TableShape): Promise<TableEntry> {
  const file = `${shape.table}.copy.gz`;
  const columns = shape.columns.map(escapeIdentifier).join(', ');
  const source = client.query(copyTo(`copy (select ${columns} from ${escapeIdentifier(shape.table)}) to stdout`));
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, createGzip({ level: 4 }), hashed, createWriteStream(join(folder, file), { mode: 0o600 }));
  const rows = await client.query<{ n: number }>(`select count(*) as n from ${escapeIdentifier(shape.table)}`);
  return { table: shape.table, columns: [...shape.columns], file, rows: rows.rows[0]?.n ?? 0, sha256: hash.digest('hex') };
}

/** Before an older schema with data is changed: a backup beside the data, named after the moment. */
export async function backUpBeforeUpgrade(config: Config, logins: Logins): Promise<void> {
  const moment = new Date().toISOString().replaceAll(/[:.]/g, '-');
  await mkdir(join(config.dataFolder, 'backups'), { recursive: true, mode: 0o700 });
  await backUp(logins.owner, join(config.dataFolder, 'backups', `${moment}-before-upgrade`));
}
