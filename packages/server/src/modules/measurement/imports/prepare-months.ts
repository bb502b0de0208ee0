import type { Db } from '../../../platform/database/connect.ts';
import { ensureMonths } from '../ensure-months.ts';
import type { IncomingRow } from '../incoming-rows.ts';

const dayLength = 86_400_000;

/**
 * Makes the months that rows fall in, in a transaction of its own: who makes one holds up everybody else who needs it until the
 * transaction ends, and that of a rehearsal may take long. Rows that will be refused for their time need none.
 */
export async function prepareMonths(root: Db, rows: readonly IncomingRow[]): Promise<void> {
  const latest = Date.now() + dayLength;
  const instants = rows.map((row) => row.at.getTime()).filter((at) => at >= 0 && at <= latest);
  if (instants.length > 0) await ensureMonths(root, instants);
}
