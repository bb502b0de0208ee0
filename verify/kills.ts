/**
 * Claim: nothing acknowledged is lost, nothing is doubled. Kills the server, the database or both at random moments while batches and a file import run, `VERIFY_KILLS` times (20), and starts
 * them again. In the end every acknowledged batch is there once, no row is there twice or by half, the import has finished with the
 * file's own figures, and the rollups equal the observations.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createCall, ProblemError } from '@zhiheng/contract/call';
import { createApiKey } from '@zhiheng/contract/identity/accounts';
import { signIn } from '@zhiheng/contract/identity/sign-in';
import { getImport, startImport, uploadFile } from '@zhiheng/contract/measurement/imports';
import { createIndicator } from '@zhiheng/contract/measurement/indicators';
import { sendObservations, type BatchReply } from '@zhiheng/contract/measurement/observations';
import { setUp } from '@zhiheng/contract/packs/packs';
import { livePid } from '../packages/server/src/platform/database/cluster.ts';

const kills = Number(process.env.VERIFY_KILLS ?? 20);
const seed = Number(process.env.VERIFY_SEED ?? Date.now() % 100_000);
const folder = mkdtempSync(join(tmpdir(), 'zhiheng-kills-'));
const port = 20_000 + (process.pid % 20_000);
const url = `http://127.0.0.1:${port}`;
const rowsPerBatch = 200;
const linesOfFile = 40_000;

let random = (seed % 2_147_483_646) + 1;
const next = () => (random = (random * 48_271) % 2_147_483_647) / 2_147_483_647;

let server: ChildProcess;

async function start(): Promise<void> {
  const env = { ...process.env, ZHIHENG_DATA: folder, ZHIHENG_PORT: String(port), ZHIHENG_LOG: 'silent', ZHIHENG_ROOT: process.cwd() };
  const child = spawn(process.execPath, ['packages/server/dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', () => resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} while starting`)));
  });
  // Only we may end it: a server that ends because the database was killed is a fault.
  child.once('exit', (code) => code !== null && code !== 0 && endWithFault(`the server ended by itself with ${code}`));
}

function endWithFault(fault: string): never {
  console.log(`not ok kills: ${fault}, seed ${seed}`);
  process.exit(1);
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));

async function killSomething(): Promise<string> {
  const what = ['server', 'database', 'both'][Math.floor(next() * 3)]!;
  const pid = livePid(join(folder, 'postgres'));
  if (what !== 'server' && pid !== null) process.kill(pid, 'SIGKILL');
  if (what === 'database') return what;
  server.kill('SIGKILL');
  await ended(server);
  await start();
  return what;
}

interface Sent {
  readonly key: string;
  readonly rows: readonly object[];
  reply: BatchReply | null;
}
const batches: Sent[] = [];

function makeBatch(): Sent {
  const index = batches.length;
  const rows = Array.from({ length: rowsPerBatch }, (_, i) => ({
    indicator: 'kill_probe',
    at: new Date(Date.UTC(2026, index % 9, 1 + (i % 28), i % 24)).toISOString(),
    value: i % 97,
  }));
  const batch: Sent = { key: `batch-${index}`, rows, reply: null };
  batches.push(batch);
  return batch;
}

let call = createCall({ baseUrl: url, fetch });

/** One acknowledged batch, however often it must be sent: always under the same key. */
async function deliver(batch: Sent, until: () => boolean): Promise<void> {
  while (batch.reply === null && !until()) {
    try {
      batch.reply = await call(sendObservations, { body: batch.rows }, { headers: { 'idempotency-key': batch.key } });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status > 0 && error.problem.status < 500 && error.problem.code !== 'try_again')
        throw error;
      await sleep(50);
    }
  }
}

async function prepare(): Promise<void> {
  await start();
  const { operatorKey } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as { operatorKey: string };
  const administrator = { email: 'kills@example.org', name: 'Kills', password: 'a long enough password' };
  await call(setUp, { body: { token: operatorKey, organisation: 'Kills', locale: 'en', timeZone: 'UTC', pack: null, administrator } });
  const session = await fetch(`${url}${signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  });
  call = createCall({ baseUrl: url, fetch, headers: { cookie: session.headers.getSetCookie()[0]!.split(';')[0]! } });
  const { key } = await call(createApiKey, { body: { name: 'kills', role: 'administrator' } });
  call = createCall({ baseUrl: url, fetch, headers: { authorization: `Bearer ${key}` } });
  const common = {
    dimension: 'reliability',
    perspective: 'technical',
    unit: '1',
    direction: 'lower',
    decimals: 0,
    measure: 'number',
  } as const;
  await call(createIndicator, { body: { ...common, code: 'kill_probe', name: { zh: '探针', en: 'Probe' } } });
  await call(createIndicator, { body: { ...common, code: 'kill_file', name: { zh: '文件', en: 'File' } } });
}

const valueOfLine = (line: number): number => line % 101;

async function startFileImport(): Promise<string> {
  const time = (i: number) => new Date(Date.UTC(2026, i % 9, 1 + (i % 28), i % 24, i % 60)).toISOString();
  const lines = Array.from({ length: linesOfFile }, (_, i) => `${time(i)},${valueOfLine(i)}`);
  const form = new FormData();
  form.append('file', new Blob([`time,value\n${lines.join('\n')}\n`]), 'kills.csv');
  const file = await call(uploadFile, { body: form });
  const measures = [{ kind: 'number' as const, indicator: 'kill_file', column: 'value' }];
  return (await call(startImport, { body: { fileId: file.id, mapping: { rows: 'records', time: { column: 'time' }, measures } } })).id;
}

async function waitForImport(id: string): Promise<void> {
  for (let waited = 0; waited < 240_000; waited += 500) {
    const job = await call(getImport, { params: { id } });
    if (job.state === 'done') return;
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`the import ${job.state}: ${JSON.stringify(job.failure)}`);
    await sleep(500);
  }
  throw new Error('the import did not finish');
}

interface Truth {
  readonly code: string;
  readonly n: number;
  readonly total: number;
  readonly rolled: number;
  readonly rolled_total: number;
}

/** What the tables say, read as superuser past all policies and past the server. */
async function readTruth(): Promise<{ perIndicator: Truth[]; perBatch: Map<string, number> }> {
  const { superuser } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as { superuser: string };
  const socket = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[4]!;
  const client = new Client({ host: socket, user: 'postgres', password: superuser, database: 'zhiheng' });
  await client.connect();
  const perIndicator = await client.query<Truth>(`
    select i.code, count(*)::int as n, sum(o.value)::float8 as total, r.n::float8 as rolled, r.total::float8 as rolled_total
    from observation o join indicator i on i.id = o.indicator_id
    join (select indicator_id, sum(n) as n, sum(total) as total from (
      select indicator_id, n, total from rollup where grain = 'day' union all select indicator_id, n, total from rollup_delta where grain = 'day'
    ) x group by 1) r on r.indicator_id = i.id
    group by 1, r.n, r.total order by 1`);
  const perBatch = await client.query<{ batch_id: string; n: number }>('select batch_id, count(*)::int as n from observation group by 1');
  await client.end();
  return { perIndicator: perIndicator.rows, perBatch: new Map(perBatch.rows.map((row) => [row.batch_id, row.n])) };
}

function judge(truth: Awaited<ReturnType<typeof readTruth>>): string[] {
  const faults: string[] = [];
  for (const batch of batches) {
    const there = batch.reply === null ? null : truth.perBatch.get(batch.reply.batchId);
    if (there !== rowsPerBatch) faults.push(`${batch.key}: ${there ?? 'no'} rows of ${rowsPerBatch}`);
  }
  const sumOfBatch = Array.from({ length: rowsPerBatch }, (_, i) => i % 97).reduce((a, b) => a + b, 0);
  const sumOfFile = Array.from({ length: linesOfFile }, (_, i) => valueOfLine(i)).reduce((a, b) => a + b, 0);
  const expected = [
    { code: 'kill_file', n: linesOfFile, total: sumOfFile, rolled: linesOfFile, rolled_total: sumOfFile },
    {
      code: 'kill_probe',
      n: batches.length * rowsPerBatch,
      total: batches.length * sumOfBatch,
      rolled: batches.length * rowsPerBatch,
      rolled_total: batches.length * sumOfBatch,
    },
  ];
  if (JSON.stringify(truth.perIndicator) !== JSON.stringify(expected))
    faults.push(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(truth.perIndicator)}`);
  return faults;
}

const acknowledged = () => batches.filter((batch) => batch.reply !== null).length;

/** A kill hits running work: since the one before, some batches have been acknowledged. */
async function untilWorkGoesOn(): Promise<void> {
  const before = acknowledged();
  for (let waited = 0; acknowledged() < before + 3; waited += 20) {
    if (waited > 60_000) endWithFault('nothing is acknowledged any more');
    await sleep(20);
  }
}

async function run(): Promise<number> {
  await prepare();
  const done: string[] = [];
  const importing = await startFileImport();
  let over = false;
  const sender = async () => {
    while (!over) await deliver(makeBatch(), () => over);
  };
  const senders = [sender(), sender()];
  for (let k = 0; k < kills; k++) {
    await untilWorkGoesOn();
    await sleep(next() * 1200);
    done.push(await killSomething());
  }
  over = true;
  await Promise.all(senders);
  for (const batch of batches) await deliver(batch, () => false);
  await waitForImport(importing);
  const faults = judge(await readTruth());
  const times = (what: string) => done.filter((d) => d === what).length;
  console.log(
    `${kills} kills (server ${times('server')}, database ${times('database')}, both ${times('both')}), seed ${seed}: ${batches.length} batches acknowledged, ${linesOfFile} lines imported`,
  );
  for (const fault of faults.slice(0, 20)) console.log(`not ok kills: ${fault}`);
  if (faults.length === 0) console.log('ok every acknowledged batch is there once, and no other is');
  return faults.length;
}

try {
  process.exitCode = (await run()) === 0 ? 0 : 1;
} finally {
  server!.kill('SIGTERM');
  await ended(server!);
  rmSync(folder, { recursive: true, force: true });
}
