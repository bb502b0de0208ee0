import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import type { IncomingRow } from '../incoming-rows.ts';

/** As many as the database makes at a call. */
const atOnce = 240;
const earliest = 0;

/**
 * Makes the months that rows fall in, in transactions of their own: making one locks the observations of all organisations until
 * its transaction ends, and that of a batch or a rehearsal may take long.
 */
export async function prepareMonths(root: Db, rows: readonly IncomingRow[]): Promise<void> {
  const latest = Date.now() + 86_400_000;
  const months = new Set(
    rows
      .map((row) => row.at.getTime())
      .filter((at) => at >= earliest && at <= latest)
      .map(monthOf),
  );
  const all = [...months];
  for (let from = 0; from < all.length; from += atOnce) {
    await sql`select ensure_observation_months(${`{${all.slice(from, from + atOnce).join(',')}}`}::date[])`.execute(root);
  }
}

function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-1`;
}
