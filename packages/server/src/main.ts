import { join } from 'node:path';
import { readConfig } from './platform/config.ts';
import { startServer } from './start.ts';

const root = process.env.ZHIHENG_ROOT ?? join(import.meta.dirname, '../../..');
const server = await startServer(readConfig(process.env, root));
process.stdout.write(`${JSON.stringify({ url: server.url, setupUrl: server.setupUrl })}\n`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.stop();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
// The parent's pipe closes when it is killed: nobody would stop us later.
process.on('disconnect', () => void stop());
