import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../platform/database/cluster.ts';
import { migrate, readMigrations } from '../platform/database/migrate.ts';
import { migrationsFolder, withClient } from '../platform/database/open.ts';
import { loginsFor, provisionDatabase } from '../platform/database/provision.ts';

declare module 'vitest' {
  interface ProvidedContext {
    socket: string;
  }
}

/** Passwords of the throw-away cluster. */
export const testPasswords = { superuser: 'test', owner: 'test', app: 'test', queue: 'test' };

/** One cluster for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '1min', max_connections: '200' };
  const binaries = process.env.ZHIHENG_TEST_POSTGRES;
  const cluster = await startCluster({
    folder,
    superuserPassword: testPasswords.superuser,
    settings,
    ...(binaries === undefined ? {} : { binaries }),
  });
  const admin = { host: cluster.socket, database: 'postgres', user: 'postgres', password: testPasswords.superuser };
  const logins = loginsFor({ host: cluster.socket }, 'template_zhiheng', testPasswords);
  await withClient(admin, (client) => provisionDatabase(client, logins));
  await withClient(logins.owner, (owner) => migrate(owner, readMigrations(migrationsFolder)));
  project.provide('socket', cluster.socket);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
