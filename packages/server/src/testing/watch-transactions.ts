import { sql, type Transaction } from 'kysely';
import type { Db, DB } from '../platform/database/connect.ts';

type Work = (tx: Transaction<DB>) => Promise<unknown>;

/** A database handle to which something happens in its transactions. `around` gets their number, from 1, and what they do. */
export function watchTransactions(root: Db, around: (number: number, work: Work) => Work): Db {
  let count = 0;
  const transaction = () => {
    const number = (count += 1);
    return { execute: (work: Work) => root.transaction().execute((tx) => around(number, work)(tx)) };
  };
  return new Proxy(root, {
    get(target, name) {
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** After all the work of one of its transactions and before its commit, the connection is gone. */
export const dyingIn = (root: Db, fatal: number): Db =>
  watchTransactions(root, (number, work) => async (tx) => {
    const result = await work(tx);
    if (number === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    return result;
  });
