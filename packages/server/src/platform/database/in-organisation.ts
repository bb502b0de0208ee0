import type { Transaction } from 'kysely';
import type { DB, Db } from './connect.ts';
import { beginningIn } from './organisation-dialect.ts';

export type Tx = Transaction<DB>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What waits for the commit of the transactions that are open. */
const waiting = new WeakMap<Tx, (() => void)[]>();

/** Opens one transaction that sees only the rows of one organisation. */
export async function inOrganisation<T>(db: Db, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!uuid.test(orgId)) throw new RangeError('not an organisation id');
  const tasks: (() => void)[] = [];
  const answer = await beginningIn(orgId, () =>
    db.transaction().execute((tx) => {
      waiting.set(tx, tasks);
      return work(tx);
    }),
  );
  for (const task of tasks) task();
  return answer;
}

/** Runs once the transaction is committed, and never when it is not: for telling others, not for work that must not be lost. */
export function onCommit(tx: Tx, task: () => void): void {
  waiting.get(tx)?.push(task);
}
