import type { Transaction } from 'kysely';
import type { DB, Db } from './connect.ts';
import { beginningIn } from './organisation-dialect.ts';

export type Tx = Transaction<DB>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens one transaction that sees only the rows of one organisation. */
export async function inOrganisation<T>(db: Db, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!uuid.test(orgId)) throw new RangeError('not an organisation id');
  return beginningIn(orgId, () => db.transaction().execute(work));
}
