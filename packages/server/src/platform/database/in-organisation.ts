import { sql, type Transaction } from 'kysely';
import type { DB, Db } from './connect.ts';

export type Tx = Transaction<DB>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens one transaction that sees only the rows of one organisation. */
export async function inOrganisation<T>(db: Db, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await enterOrganisation(tx, orgId);
    return work(tx);
  });
}

/** `SET LOCAL` as a statement of its own: a function would not reach the workers of a distributed database. */
export async function enterOrganisation(tx: Tx, orgId: string): Promise<void> {
  if (!uuid.test(orgId)) throw new RangeError('not an organisation id');
  await sql.raw(`set local app.org_id = '${orgId}'`).execute(tx);
}
