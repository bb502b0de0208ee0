import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../../..');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a user's terminal does, with nothing of this process's own environment about Zhiheng. */
export function runZhiheng(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = ''): Promise<Ended> {
  const foreign = Object.entries(process.env).filter(([name]) => !/^(ZHIHENG_|LC_|LANG|npm_|INIT_CWD)/.test(name));
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/zhiheng.mjs'), ...args], {
    env: { ...Object.fromEntries(foreign), ...env },
  });
  child.stdin.end(input);
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code: code ?? -1, ...texts })));
}

export interface RunningServer {
  readonly url: string;
  readonly dataFolder: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): void;
}

/** A whole server with its own database in a folder of its own. */
export async function startServer(): Promise<RunningServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhiheng-cli-'));
  let child: ChildProcess | null = null;
  const server = {
    url: '',
    dataFolder,
    async start() {
      child = launch(dataFolder);
      server.url = await addressOf(child);
    },
    async stop() {
      const running = child;
      child = null;
      if (running === null) return;
      await new Promise((done) => {
        running.on('exit', done);
        running.kill('SIGTERM');
      });
    },
    remove: () => rmSync(dataFolder, { recursive: true, force: true }),
  };
  await server.start();
  return server;
}

function launch(dataFolder: string): ChildProcess {
  const env = { ...process.env, ZHIHENG_DATA: dataFolder, ZHIHENG_PORT: '0', ZHIHENG_ROOT: root, ZHIHENG_LOG: 'error' };
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'packages/server/src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The server says its address in one line of JSON. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    if (child.stdout === null) return failed(new Error('the server has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"url"')) done((JSON.parse(line) as { url: string }).url);
    });
  });
}
