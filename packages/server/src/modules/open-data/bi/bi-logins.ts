import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  BiLogin,
  createBiLogin as createEndpoint,
  listBiLogins as listEndpoint,
  revokeBiLogin as revokeEndpoint,
  rotateBiLogin as rotateEndpoint,
} from '@zhiheng/contract/open-data/bi-logins';
import type { BiLogins } from '../../../platform/database/bi-logins.ts';
import { notFound } from '../../../platform/errors.ts';
import { newId, newSecret } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

/** Where the database listens, as far as tools outside can know. */
export interface Reachable {
  readonly biLogins: BiLogins;
  readonly databaseUrl: string | null;
}

interface Row extends Omit<BiLogin, 'createdAt' | 'rotatedAt'> {
  readonly createdAt: Date;
  readonly rotatedAt: Date | null;
}

async function readLogins({ db, orgId }: Operation, id: string | null): Promise<BiLogin[]> {
  const { rows } = await sql<Row>`
    select id, name, login, created_at as "createdAt", rotated_at as "rotatedAt" from bi_login
    where org_id = ${orgId} and ${id === null ? sql`true` : sql`id = ${id}`} order by name, id`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), rotatedAt: row.rotatedAt?.toISOString() ?? null }));
}

async function readLogin(operation: Operation, id: string): Promise<BiLogin> {
  const [login] = await readLogins(operation, id);
  if (login === undefined) throw notFound('bi-login');
  return login;
}

export async function listBiLogins(operation: Operation): Promise<Reply<typeof listEndpoint>> {
  return { items: await readLogins(operation, null) };
}

const entityOf = ({ id, name }: BiLogin) => ({ kind: 'bi-login', id, label: name });

/** The role is made inside the transaction that writes its row: without the row it would read nothing. */
export const createBiLogin =
  (reachable: Reachable) =>
  async (operation: Operation, { body }: Parsed<typeof createEndpoint>): Promise<Reply<typeof createEndpoint>> => {
    const { db, orgId, now, actor } = operation;
    const id = newId();
    const login = `zhiheng_bi_${id.replaceAll('-', '')}`;
    await db
      .insertInto('bi_login')
      .values({ org_id: orgId, id, name: body.name, login, created_at: now, created_by: actor.accountId })
      .execute();
    const made = await readLogin(operation, id);
    await recordEvent(operation, { type: 'bi-login.created', entity: entityOf(made) });
    return connectionOf(reachable, operation, made);
  };

export const rotateBiLogin =
  (reachable: Reachable) =>
  async (operation: Operation, { params }: Parsed<typeof rotateEndpoint>): Promise<Reply<typeof rotateEndpoint>> => {
    const { db, orgId, now } = operation;
    await sql`update bi_login set rotated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(db);
    const login = await readLogin(operation, params.id);
    await recordEvent(operation, { type: 'bi-login.rotated', entity: entityOf(login) });
    return connectionOf(reachable, operation, login);
  };

async function connectionOf(
  { biLogins, databaseUrl }: Reachable,
  { db }: Operation,
  login: BiLogin,
): Promise<Reply<typeof createEndpoint>> {
  const password = newSecret();
  await biLogins.grant(login.login, password);
  const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(db);
  const at = databaseUrl === null ? null : new URL(databaseUrl);
  const port = at === null || at.port === '' ? 5432 : Number(at.port);
  return { login, password, host: at?.hostname ?? null, port, database: rows[0]?.database ?? '' };
}

/** The row goes first: from then on the role reads nothing, whatever becomes of it. */
export const revokeBiLogin =
  ({ biLogins }: Reachable) =>
  async (operation: Operation, { params }: Parsed<typeof revokeEndpoint>): Promise<{ ok: true }> => {
    const { db, orgId } = operation;
    const login = await readLogin(operation, params.id);
    await sql`delete from bi_login where org_id = ${orgId} and id = ${params.id}`.execute(db);
    await biLogins.revoke(login.login);
    await recordEvent(operation, { type: 'bi-login.revoked', entity: entityOf(login) });
    return { ok: true };
  };
