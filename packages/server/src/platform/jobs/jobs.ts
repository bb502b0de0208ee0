import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { openPool, type Login } from '../database/connect.ts';

/** Every queue there is; migrations of the queue's schema create them, an unknown one is an error at start. */
export const queues = [
  'import',
  'compact',
  'rebuild',
  'recount',
  'simulate',
  'observe',
  'case-import',
  'survey-import',
  'analyse',
  'report',
] as const;
export type QueueName = (typeof queues)[number];

/** Every job belongs to one organisation. */
export interface Job {
  readonly orgId: string;
  readonly id?: string;
}

export interface Jobs {
  send(queue: QueueName, job: Job): Promise<void>;
  work(queue: QueueName, handler: (job: Job) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const connection = (login: Login) => ({ ...login, host: login.host ?? 'localhost', application_name: 'zhiheng-queue' });

/** Creates the queue's schema, its queues and the rights of the queue's login. Run as the owner, beside the migrations. */
export async function installQueue(owner: Login): Promise<void> {
  const boss = new PgBoss({ ...connection(owner), max: 2, supervise: false, schedule: false });
  await boss.start();
  for (const queue of queues)
    await boss.createQueue(queue, { name: queue, policy: 'standard', retryLimit: 5, retryDelay: 2, expireInMinutes: 120 });
  await boss.stop({ graceful: false, wait: true });
}

/**
 * The queue's own statements wait while the database is away: its library drops the promise of a statement that marks a job, and a
 * dropped rejection would end the process.
 */
async function untilReachable<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries > 120 || !isLostConnection(error)) throw error;
      await sleep(500);
    }
  }
}

const lostCodes = new Set(['57P01', '57P02', '57P03', '08006', '08001', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && lostCodes.has(String(error.code))) || error.message.startsWith('Connection terminated');
}

export async function startJobs(login: Login, onError: (error: Error) => void): Promise<Jobs> {
  const pool = openPool(login, 3);
  const db = { executeSql: (text: string, values: unknown[]) => untilReachable(() => pool.query(text, values)) };
  const boss = new PgBoss({ db, migrate: false, schedule: false, maintenanceIntervalMinutes: 10 });
  boss.on('error', onError);
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  const missing = queues.filter((queue) => !known.has(queue));
  if (missing.length > 0) throw new Error(`queues missing in the database: ${missing.join(', ')}`);
  return {
    async send(queue, job) {
      await boss.send(queue, job, job.id === undefined ? { singletonKey: job.orgId, singletonSeconds: 1 } : { singletonKey: job.id });
    },
    async work(queue, handler) {
      await boss.work<Job>(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await handler(job.data);
      });
    },
    async stop() {
      await boss.stop({ graceful: true, wait: true, timeout: 10_000 });
      await pool.end();
    },
  };
}
