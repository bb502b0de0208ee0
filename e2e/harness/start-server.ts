import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const address = z.object({ url: z.string(), setupUrl: z.string().nullable() });

export interface StartedServer {
  readonly url: string;
  /** the one-time link of an installation without organisation */
  readonly setupUrl: string | null;
  /** sets up organisations without the link */
  readonly operatorKey: string;
  stop(): Promise<void>;
}

/** Starts the built server, as `npm start` does, on a data folder of its own and a port that the system chooses. */
export async function startServer(): Promise<StartedServer> {
  const root = join(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-e2e-'));
  const own = {
    ZHIHENG_ROOT: root,
    ZHIHENG_PORT: '0',
    ZHIHENG_DATA: folder,
    ZHIHENG_PROBE_NETWORKS: '127.0.0.0/8',
    ZHIHENG_WEBHOOK_NETWORKS: '127.0.0.0/8',
    NODE_ENV: 'production',
  };
  const env = { ...process.env, ...own };
  const server = spawn(process.execPath, [join(root, 'packages/server/dist/main.js')], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new RangeError('the server was started without pipes');
  const errors: string[] = [];
  stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const ended = once(server, 'exit').then(() => null);
  const line = await Promise.race([once(createInterface({ input: stdout }), 'line'), ended]);
  if (line === null) throw new Error(`the server did not start:\n${errors.join('')}`);
  const secrets = z.object({ operatorKey: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')));
  return {
    ...address.parse(JSON.parse(String(line[0]))),
    operatorKey: secrets.operatorKey,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
