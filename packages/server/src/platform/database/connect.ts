import { Kysely } from 'kysely';
import { Pool, types, type PoolClient, type PoolConfig } from 'pg';
import { nameStatements } from './name-statements.ts';
import { OrganisationDialect } from './organisation-dialect.ts';
import type { DB } from './schema.gen.ts';

// int8 and numeric fit a double here: values are bounded when they come in (see measurement/values.ts).
types.setTypeParser(20, Number);
types.setTypeParser(1700, Number);
// A calendar day is text, not an instant in whatever zone the process runs.
types.setTypeParser(1082, (value) => value);

export type { DB };
/** A pool or a transaction alike. */
export type Db = Kysely<DB>;

export interface Login {
  readonly host?: string;
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl?: PoolConfig['ssl'];
}

export function openPool(login: Login, max: number): Pool {
  const pool = new Pool({ ...login, max, idleTimeoutMillis: 30_000, application_name: 'zhiheng' });
  pool.on('error', warnOfLostConnection);
  // Also while it is lent out, between two queries: the next query of its transaction then fails, and the call with it.
  pool.on('connect', (client) => client.on('error', warnOfLostConnection));
  pool.on('connect', nameStatements);
  return pool;
}

/** A connection that breaks while idle is replaced by the pool. `57P01` is a database that stops in order, as ours does at each stop. */
export function warnOfLostConnection(error: Error & { readonly code?: string }): void {
  if (error.code !== '57P01') process.emitWarning(error);
}

const pools = new WeakMap<Db, Pool>();

export function openDatabase(pool: Pool): Db {
  const db: Db = new Kysely<DB>({ dialect: new OrganisationDialect({ pool }) });
  pools.set(db, pool);
  return db;
}

/** Lends a connection to what the query builder cannot say, such as COPY. One that fails is not used again. */
export async function lendClient<T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await (pools.get(db) ?? refuse()).connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function refuse(): never {
  throw new RangeError('not a database of openDatabase');
}
