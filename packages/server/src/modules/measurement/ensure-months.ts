import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';

/** As many as the database makes at a call. */
const atOnce = 240;

/** Makes the partitions that observations at these instants (epoch milliseconds) fall in, where they are not there. */
export async function ensureMonths(db: Db, instants: Iterable<number>): Promise<void> {
  const months = new Set<string>();
  for (const at of instants) months.add(monthOf(at));
  const all = [...months];
  for (let from = 0; from < all.length; from += atOnce) {
    await sql`select ensure_observation_months(${`{${all.slice(from, from + atOnce).join(',')}}`}::date[])`.execute(db);
  }
}

/** Partitions are months in UTC. */
function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-1`;
}
