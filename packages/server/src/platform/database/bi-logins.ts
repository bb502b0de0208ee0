import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import type { Login } from './connect.ts';
import { withClient } from './open.ts';

/** Makes and removes roles of the database for reporting tools. */
export interface BiLogins {
  /** Also gives one that is there another password. */
  grant(login: string, password: string): Promise<void>;
  revoke(login: string): Promise<void>;
}

const shape = /^zhiheng_bi_[0-9a-f]{32}$/;

/** By a login that may create roles; it is connected only for the moment of the change. */
export function biLogins(administrator: Login): BiLogins {
  const change = (login: string, work: (client: Client, role: string) => Promise<void>): Promise<void> => {
    if (!shape.test(login)) throw new RangeError('not a login of a reporting tool');
    return withClient(administrator, (client) => work(client, escapeIdentifier(login)));
  };
  return {
    grant: (login, password) =>
      change(login, async (client, role) => {
        const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
        const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication connection limit 10';
        await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes} password ${escapeLiteral(password)}`);
        await client.query(`grant zhiheng_bi to ${role}`);
        await client.query(`alter role ${role} set default_transaction_read_only = on`);
        await client.query(`alter role ${role} set statement_timeout = '5min'`);
      }),
    revoke: (login) =>
      change(login, async (client, role) => {
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [login]);
        await client.query(`drop role if exists ${role}`);
      }),
  };
}
