import { sql, type RawBuilder } from 'kysely';
import type { TestServer } from './test-server.ts';

/**
 * Lets several calls meet: `locking` holds rows while they start, all of them come to wait for a lock, and then they go on together.
 * Without it, calls that are sent at once still mostly pass one after the other.
 */
export async function meanwhile<T>(server: TestServer, locking: RawBuilder<unknown>, calls: readonly (() => Promise<T>)[]): Promise<T[]> {
  const started: Promise<T>[] = [];
  await server.owner.transaction().execute(async (owner) => {
    await locking.execute(owner);
    started.push(...calls.map((call) => call()));
    await untilWaiting(server, calls.length);
  });
  return Promise.all(started);
}

async function untilWaiting(server: TestServer, wanted: number): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      server.root,
    );
    if (rows[0]?.waiting === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never saw ${wanted} calls waiting`);
}
