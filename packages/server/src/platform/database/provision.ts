import type { Client } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Login } from './connect.ts';

/** Logins of one database. The application's and the queue's own nothing; the owner never serves a request. */
export interface Logins {
  readonly owner: Login;
  readonly app: Login;
  readonly queue: Login;
}

export interface Passwords {
  readonly owner: string;
  readonly app: string;
  readonly queue: string;
}

/** The three logins on the server at `at`, for the database `database`; their names differ from the group roles' also when it is called `zhiheng`. */
export function loginsFor(at: Pick<Login, 'host' | 'port' | 'ssl'>, database: string, passwords: Passwords): Logins {
  const login = (part: keyof Passwords): Login => ({ ...at, database, user: `${database}_${part}_login`, password: passwords[part] });
  return { owner: login('owner'), app: login('app'), queue: login('queue') };
}

/** Makes the group roles that migrations grant to, and the logins. Idempotent; needs a login that may create roles. */
export async function provisionRoles(admin: Client, logins: Logins): Promise<void> {
  await createRole(admin, 'zhiheng_app', 'nologin');
  await createRole(admin, 'zhiheng_queue', 'nologin');
  await createRole(admin, 'zhiheng_bi', 'nologin');
  await createRole(admin, logins.app.user, loginWith(logins.app.password));
  await createRole(admin, logins.queue.user, loginWith(logins.queue.password));
  await admin.query(`grant zhiheng_app to ${escapeIdentifier(logins.app.user)}`);
  await admin.query(`grant zhiheng_queue to ${escapeIdentifier(logins.queue.user)}`);
}

/** On the embedded cluster: the owner's login and the database too. */
export async function provisionDatabase(admin: Client, logins: Logins): Promise<void> {
  await createRole(admin, logins.owner.user, loginWith(logins.owner.password));
  await provisionRoles(admin, logins);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [logins.owner.database]);
  if (rowCount === 0) {
    await admin.query(`create database ${escapeIdentifier(logins.owner.database)} owner ${escapeIdentifier(logins.owner.user)}`);
  }
}

const loginWith = (password: string): string => `login nosuperuser nobypassrls nocreatedb nocreaterole password ${escapeLiteral(password)}`;

async function createRole(admin: Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name]);
  await admin.query(`${rowCount === 0 ? 'create' : 'alter'} role ${escapeIdentifier(name)} ${attributes}`);
}
