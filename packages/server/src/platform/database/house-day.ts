import { sql } from 'kysely';
import type { Operation } from '../operation.ts';

/** The day (`2026-11-21`) that an instant is on by the clocks of the organisation. */
export async function houseDay({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, at: Date): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select to_char(${at}::timestamptz at time zone time_zone, 'YYYY-MM-DD') as day from organisation where org_id = ${orgId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new RangeError('no such organisation');
  return row.day;
}
