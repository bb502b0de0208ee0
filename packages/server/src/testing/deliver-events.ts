import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { deliverEvents as deliver } from '../platform/events/deliver-events.ts';
import { subscribersOf } from '../modules.ts';
import type { TestServer } from './test-server.ts';

/** Until every subscriber has read all that is committed: transactions of other tests in the same cluster may hold the log back for a moment. */
export async function deliverEvents({ root, owner }: TestServer): Promise<void> {
  const subscribers = subscribersOf();
  const names = subscribers.map(({ name }) => name);
  for (let waited = 0; waited < 20_000; waited += 20) {
    await deliver(root, subscribers);
    const { rows } = await sql`
      select from unnest(${names}::text[]) n cross join event e left join event_cursor c on c.org_id = e.org_id and c.subscriber = n
      where (e.xid, e.id) > (coalesce(c.xid, '0'), coalesce(c.event_id, '00000000-0000-0000-0000-000000000000')) limit 1`.execute(owner);
    if (rows.length === 0) return;
    await sleep(20);
  }
  throw new Error('events are still not delivered');
}
