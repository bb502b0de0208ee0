import { join } from 'node:path';
import { readConfig } from './platform/config.ts';
import { startServer } from './start.ts';

const root = process.env.ZHIHENG_ROOT ?? join(import.meta.dirname, '../../..');
const starting = startServer(readConfig(process.env, root));

// Heard from the first moment: a stop while the database is still coming up must take it along too.
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const server = await starting;
  await server.stop();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
// The parent's channel closes when it is killed: nobody would stop us later.
process.on('disconnect', () => void stop());

const server = await starting;
process.stdout.write(`${JSON.stringify({ url: server.url, setupUrl: server.setupUrl })}\n`);
