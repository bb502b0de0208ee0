import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, inject } from 'vitest';
import { buildApp, type Platform } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { biLogins } from '../platform/database/bi-logins.ts';
import { openDatabase, openPool, type Db } from '../platform/database/connect.ts';
import { openNotices } from '../platform/database/notices.ts';
import { withClient } from '../platform/database/open.ts';
import { loginsFor, type Logins } from '../platform/database/provision.ts';
import { newId } from '../platform/identifier.ts';
import { createSealer } from '../platform/sealed/sealer.ts';
import type { Job, Jobs, QueueName } from '../platform/jobs/jobs.ts';
import { workersOf } from '../modules.ts';
import { testPasswords } from './global-setup.ts';

export interface TestServer {
  readonly app: FastifyInstance;
  /** the application's login: row-level security holds */
  readonly root: Db;
  /** the owner's login: sees every organisation */
  readonly owner: Db;
  readonly logins: Logins;
  readonly platform: Platform;
}

/** A server on a database of its own for the tests of one file. Fields may be read once the first test runs. */
export function useTestServer(): TestServer {
  const server = {} as { -readonly [K in keyof TestServer]: TestServer[K] };
  beforeAll(async () => Object.assign(server, await startTestServer(inject('socket'))));
  afterAll(async () => {
    await server.app.close();
    await server.platform.notices.stop();
    await server.root.destroy();
    await server.owner.destroy();
  });
  return server;
}

async function startTestServer(socket: string): Promise<TestServer> {
  const database = `test_${newId().replaceAll('-', '')}`;
  const admin = { host: socket, database: 'postgres', user: 'postgres', password: testPasswords.superuser };
  const logins = loginsFor({ host: socket }, 'template_zhiheng', testPasswords);
  await withClient(admin, (client) => client.query(`create database ${database} template template_zhiheng owner ${logins.owner.user}`));
  const at = <T extends { database: string }>(login: T): T => ({ ...login, database });
  const root = openDatabase(openPool(at(logins.app), 8));
  const owner = openDatabase(openPool(at(logins.owner), 2));
  const config = readConfig(
    {
      ZHIHENG_LOG: process.env.ZHIHENG_LOG ?? 'error',
      ZHIHENG_SIGN_INS: '100',
      ZHIHENG_CALLS: '100000',
      ZHIHENG_WEBHOOK_NETWORKS: '127.0.0.1/32',
    },
    new URL('../../../..', import.meta.url).pathname,
  );
  const jobs = directJobs();
  const platform: Platform = {
    config,
    root,
    jobs,
    notices: openNotices(at(logins.app)),
    installation: { operatorKey: 'operator-key-of-the-test-run', setupToken: 'setup-token-of-the-test-run' },
    sealer: createSealer(['sealing-secret-of-the-test-run']),
    biLogins: biLogins({ ...admin, database }),
  };
  const app = await buildApp(platform);
  jobs.handlers = workersOf(platform);
  return { app, root, owner, platform, logins: { owner: at(logins.owner), app: at(logins.app), queue: at(logins.queue) } };
}

/** Jobs run at once, in the call that sends them: the queue itself is tested with the whole server. */
function directJobs(): Jobs & { handlers: Partial<Record<QueueName, (job: Job) => Promise<void>>> } {
  return {
    handlers: {},
    async send(queue, job) {
      await this.handlers[queue]?.(job);
    },
    work: async () => undefined,
    stop: async () => undefined,
  };
}
