/**
 * Claim: five quiet minutes after start, with demo data loaded, all processes together (server and database) hold at most 300 MB (sum
 * of PSS: shared pages are counted once). Linux only; the server must have been built.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCall } from '@zhiheng/contract/call';
import { setUp } from '@zhiheng/contract/packs/packs';
import { livePid } from '../packages/server/src/platform/database/cluster.ts';

const quietSeconds = Number(process.env.BENCH_QUIET_SECONDS ?? 300);
const limit = 300;

/** Parent of every process, from /proc. */
function children(): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const file = `/proc/${name}/stat`;
    if (!existsSync(file)) continue;
    const parent = Number(readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ')[1]);
    found.set(parent, [...(found.get(parent) ?? []), Number(name)]);
  }
  return found;
}

function withDescendants(pid: number, tree = children()): number[] {
  return [pid, ...(tree.get(pid) ?? []).flatMap((child) => withDescendants(child, tree))];
}

const pssOf = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;

const folder = mkdtempSync(join(tmpdir(), 'zhiheng-memory-'));
const env = { ...process.env, NODE_ENV: 'production', ZHIHENG_DATA: folder, ZHIHENG_PORT: '0', ZHIHENG_ROOT: process.cwd() };
const server = spawn(process.execPath, ['packages/server/dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const line = await new Promise<string>((resolve) => createInterface({ input: server.stdout }).once('line', resolve));
  const { url } = JSON.parse(line) as { url: string };
  const { operatorKey } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as { operatorKey: string };
  const administrator = { email: 'memory@example.org', name: 'Memory', password: 'a long enough password' };
  const body = { token: operatorKey, organisation: 'Memory', timeZone: 'Asia/Shanghai', pack: 'it-service', demo: true, administrator };
  await createCall({ baseUrl: url, fetch })(setUp, { body });
  await sleep(quietSeconds * 1000);
  const database = livePid(join(folder, 'postgres'));
  const parts = { server: [server.pid ?? 0], database: database === null ? [] : withDescendants(database) };
  const sizes = { server: parts.server.map(pssOf), database: parts.database.map(pssOf) };
  const sum = [...sizes.server, ...sizes.database].reduce((a, b) => a + b, 0);
  const say = (values: readonly number[]) => `${Math.round(values.reduce((a, b) => a + b, 0))} MB in ${values.length}`;
  console.log(
    `after ${quietSeconds} s: server ${say(sizes.server)}, database ${say(sizes.database)} processes; ${sum.toFixed(0)} MB (limit ${limit}) ${sum <= limit ? 'holds' : 'FALLS SHORT'}`,
  );
  if (sum > limit) process.exitCode = 1;
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
