import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Migration files in order. They are append-only: a file that has run is never edited. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.replace(/\.sql$/, ''), sql: readFileSync(join(folder, file), 'utf8') }));
}

export async function pendingMigrations(owner: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  await owner.query('create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())');
  const { rows } = await owner.query<{ name: string }>('select name from schema_migration');
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

/** Runs what is missing, each file in a transaction of its own, and says which. One process at a time. */
export async function migrate(owner: Client, migrations: readonly Migration[]): Promise<string[]> {
  await owner.query("select pg_advisory_lock(hashtext('zhiheng-migrate'))");
  try {
    const pending = await pendingMigrations(owner, migrations);
    for (const migration of pending) await apply(owner, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await owner.query("select pg_advisory_unlock(hashtext('zhiheng-migrate'))");
  }
}

async function apply(owner: Client, migration: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(migration.sql);
    await owner.query('insert into schema_migration (name) values ($1)', [migration.name]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}
