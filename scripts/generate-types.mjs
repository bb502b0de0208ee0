#!/usr/bin/env node
// Writes packages/server/src/platform/database/schema.gen.ts from a freshly migrated database; `--check` only compares.
import { spawnSync } from 'node:child_process';
import { register } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'tsx/esm';

void register;
const root = join(import.meta.dirname, '..');
const target = join(root, 'packages/server/src/platform/database/schema.gen.ts');
const { startCluster } = await import('../packages/server/src/platform/database/cluster.ts');
const { migrate, readMigrations } = await import('../packages/server/src/platform/database/migrate.ts');
const { withClient } = await import('../packages/server/src/platform/database/open.ts');
const { loginsFor, provisionDatabase } = await import('../packages/server/src/platform/database/provision.ts');

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-types-'));
const cluster = await startCluster({ folder, superuserPassword: 'types', settings: { fsync: 'off' } });
try {
  const logins = loginsFor({ host: cluster.socket }, 'zhiheng_types', { owner: 'o', app: 'a', queue: 'q' });
  await withClient({ host: cluster.socket, database: 'postgres', user: 'postgres', password: 'types' }, (admin) =>
    provisionDatabase(admin, logins),
  );
  await withClient(logins.owner, (owner) => migrate(owner, readMigrations(join(root, 'packages/server/migrations'))));
  const url = `postgres://${logins.owner.user}:o@localhost/zhiheng_types?host=${encodeURIComponent(cluster.socket)}`;
  const out = join(folder, 'schema.ts');
  const args = [
    'kysely-codegen',
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    out,
    '--numeric-parser',
    'number',
    '--date-parser',
    'string',
    '--exclude-pattern',
    'public.observation_*',
    '--include-pattern',
    'public.*',
  ];
  args.push('--overrides', '{}');
  const run = spawnSync('npx', args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr + run.stdout);
  const text = readFileSync(out, 'utf8').replaceAll(
    /ColumnType<string, bigint \| number \| string, bigint \| number \| string>/g,
    'ColumnType<number, bigint | number | string, bigint | number | string>',
  );
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== text) {
      console.error('schema.gen.ts is not current: run npm run types');
      process.exitCode = 1;
    }
  } else {
    writeFileSync(target, text);
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
