import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../config.ts';
import type { Secrets } from '../installation.ts';
import { installQueue } from '../jobs/jobs.ts';
import { startCluster } from './cluster.ts';
import type { Login } from './connect.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { loginsFor, provisionDatabase, provisionRoles, type Logins } from './provision.ts';

export interface OpenedDatabase {
  readonly logins: Logins;
  /** may create roles */
  readonly administrator: Login;
  /** migrations that ran just now */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

// Beside the sources and beside the bundle alike.
const candidates = ['../migrations', '../../../migrations'].map((path) => join(import.meta.dirname, path));
export const migrationsFolder = candidates.find((folder) => existsSync(folder)) ?? String(candidates[0]);

/** Starts or reaches the database, makes its logins, and brings its schema up to date. `beforeUpgrade` runs when an older schema with data is about to change. */
export async function openDatabaseServer(
  config: Config,
  secrets: Secrets,
  beforeUpgrade: (logins: Logins) => Promise<void>,
): Promise<OpenedDatabase> {
  const { logins, administrator, close } =
    config.databaseUrl === null ? await embedded(config, secrets) : await external(config.databaseUrl, secrets);
  try {
    return { logins, administrator, migrated: await upgrade(logins, beforeUpgrade), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embedded(config: Config, secrets: Secrets) {
  const cluster = await startCluster({ folder: config.dataFolder, superuserPassword: secrets.superuser });
  const at = { host: cluster.socket };
  const logins = loginsFor(at, 'zhiheng', secrets);
  const admin = { ...at, database: 'postgres', user: 'postgres', password: secrets.superuser };
  try {
    await withClient(admin, (client) => provisionDatabase(client, logins));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { logins, administrator: { ...admin, database: logins.owner.database }, close: () => cluster.stop() };
}

async function external(url: string, secrets: Secrets) {
  const owner = loginOf(url);
  const at = { host: owner.host ?? 'localhost', port: owner.port ?? 5432, ...(owner.ssl === undefined ? {} : { ssl: owner.ssl }) };
  const logins = { ...loginsFor(at, owner.database, secrets), owner };
  await withClient(owner, (admin) => provisionRoles(admin, logins));
  return { logins, administrator: owner, close: async () => undefined };
}

/** The login in a postgres:// address; `?host=/folder` names a Unix socket, `?sslmode=require` asks for TLS. */
export function loginOf(url: string): Login {
  const parsed = new URL(url);
  const ssl = ['require', 'verify-full'].includes(parsed.searchParams.get('sslmode') ?? '') ? { ssl: true } : {};
  return {
    host: parsed.searchParams.get('host') ?? (parsed.hostname || 'localhost'),
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    ...ssl,
  };
}

async function upgrade(logins: Logins, beforeUpgrade: (logins: Logins) => Promise<void>): Promise<string[]> {
  const migrations = readMigrations(migrationsFolder);
  return withClient(logins.owner, async (owner) => {
    const pending = await pendingMigrations(owner, migrations);
    if (pending.length > 0 && pending.length < migrations.length) await beforeUpgrade(logins);
    if (pending.length === 0) return [];
    await installQueue(logins.owner);
    const ran = await migrate(owner, migrations);
    await grantQueue(owner);
    return ran;
  });
}

/** The queue's schema is the owner's; only the queue's login works in it. */
async function grantQueue(owner: Client): Promise<void> {
  await owner.query(`grant usage, create on schema pgboss to zhiheng_queue;
    grant select, insert, update, delete on all tables in schema pgboss to zhiheng_queue;
    grant execute on all functions in schema pgboss to zhiheng_queue`);
}

export async function withClient<T>(login: Login, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...login });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
