// Migrations: released files are as they were, and a database brought up step by step equals a fresh one.
import './require-node.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'tsx/esm';
import { root } from './content-hash.mjs';

const { startCluster } = await import('../packages/server/src/platform/database/cluster.ts');
const { migrate, readMigrations } = await import('../packages/server/src/platform/database/migrate.ts');
const { withClient } = await import('../packages/server/src/platform/database/open.ts');
const { loginsFor, provisionDatabase } = await import('../packages/server/src/platform/database/provision.ts');

const folder = join(root, 'packages/server/migrations');
const migrations = readMigrations(folder);
const passwords = { owner: 'o', app: 'a', queue: 'q' };

report('released migrations are unchanged', changedSinceRelease());
const data = mkdtempSync(join(tmpdir(), 'zhiheng-migrations-'));
const cluster = await startCluster({ folder: data, superuserPassword: 'migrations', settings: { fsync: 'off' } });
try {
  const fresh = await schemaAfter('fresh', [migrations]);
  const upgraded = await schemaAfter(
    'upgraded',
    migrations.map((_, at) => migrations.slice(0, at + 1)),
  );
  const again = await schemaAfter('again', [migrations, migrations]);
  report('an upgraded database equals a fresh one', difference(fresh, upgraded));
  report('migrating twice changes nothing', difference(fresh, again));
} finally {
  await cluster.stop();
  rmSync(data, { recursive: true, force: true });
}

function changedSinceRelease() {
  const released = JSON.parse(readFileSync(join(folder, 'released.json'), 'utf8'));
  const hashOf = (file) => (existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'gone');
  return Object.entries(released)
    .filter(([name, hash]) => hashOf(join(folder, name)) !== hash)
    .map(([name]) => name);
}

/** Lines that describe the schema after each list of migrations has been run in turn. */
async function schemaAfter(name, runs) {
  const logins = loginsFor({ host: cluster.socket }, `zhiheng_${name}`, passwords);
  const admin = { host: cluster.socket, database: 'postgres', user: 'postgres', password: 'migrations' };
  await withClient(admin, (client) => provisionDatabase(client, logins));
  return withClient(logins.owner, async (owner) => {
    for (const run of runs) await migrate(owner, run);
    const { rows } = await owner.query(readFileSync(join(import.meta.dirname, 'schema-text.sql'), 'utf8'));
    // Owners bear the database's name, which differs on purpose.
    return rows.map(({ line }) => line.replaceAll(`zhiheng_${name}`, 'zhiheng'));
  });
}

function difference(one, other) {
  if (one.length === 0) return ['the schema is empty'];
  return [
    ...one.filter((line) => !other.includes(line)).map((line) => `- ${line}`),
    ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line}`),
  ];
}

function report(name, problems) {
  console.log(problems.length === 0 ? `ok ${name}` : `not ok ${name}: ${problems.join(' ⏎ ').replaceAll('\n', ' ')}`);
}
