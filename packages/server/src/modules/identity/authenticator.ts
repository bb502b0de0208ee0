import { sql } from 'kysely';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '@zhiheng/contract/identity/permission';
import type { Db } from '../../platform/database/connect.ts';
import type { Tx } from '../../platform/database/in-organisation.ts';
import type { Authenticator } from '../../platform/http/bind.ts';
import { hashOf } from '../../platform/identifier.ts';
import type { Actor } from '../../platform/operation.ts';
import { sessionCookie, sessionEnd } from './start-session.ts';

/** Who calls: an API key in `Authorization`, or else a session by its cookie. */
export const authenticator: Authenticator = {
  async findOrganisation(root, request) {
    const proof = proofOf(request);
    return proof === null ? null : (remembered.get(proof.hash) ?? readOrganisation(root, proof));
  },
  async identify(tx, orgId, request) {
    const proof = proofOf(request);
    if (proof === null) return null;
    return proof.kind === 'api-key' ? identifyKey(tx, orgId, proof.hash) : identifySession(tx, orgId, proof.hash);
  },
};

interface Proof {
  readonly kind: 'api-key' | 'session';
  readonly hash: string;
}

/** A key that is sent decides alone: a wrong one is not forgiven because a cookie came along. */
function proofOf(request: FastifyRequest): Proof | null {
  const header = request.headers.authorization;
  if (header !== undefined)
    return /^Bearer zh_\w+_[\w-]+$/.test(header) ? { kind: 'api-key', hash: hashOf(header.slice('Bearer '.length)) } : null;
  const token = request.cookies[sessionCookie];
  return token === undefined ? null : { kind: 'session', hash: hashOf(token) };
}

/** A secret never changes its organisation; whether it still opens it is asked inside, at every call. */
const remembered = new Map<string, string>();
const mostRemembered = 10_000;

async function readOrganisation(root: Db, { kind, hash }: Proof): Promise<string | null> {
  const door = kind === 'api-key' ? sql.raw('org_of_api_key') : sql.raw('org_of_session');
  const { rows } = await sql<{ org: string | null }>`select ${door}(${hash}) as org`.execute(root);
  const orgId = rows[0]?.org ?? null;
  if (orgId === null) return null;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(hash, orgId);
  return orgId;
}

interface Found {
  readonly id: string;
  readonly account_id: string;
  readonly permissions: Permission[];
  readonly seen_long_ago: boolean;
}

async function identifySession(tx: Tx, orgId: string, hash: string): Promise<Actor | null> {
  const { rows } = await sql<Found>`
    /* identify-session */ select s.id, s.account_id, s.last_seen_at < now() - interval '1 minute' as seen_long_ago,
      array(select distinct p from account_role ar join role r on r.org_id = ar.org_id and r.id = ar.role_id, unnest(r.permissions) p
            where ar.org_id = s.org_id and ar.account_id = s.account_id) as permissions
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id
    where s.org_id = ${orgId} and s.token_hash = ${hash} and s.expires_at > now() and a.state = 'active' and a.deleted_at is null`.execute(
    tx,
  );
  const [found] = rows;
  if (found === undefined) return null;
  if (found.seen_long_ago) await touchSession(tx, orgId, found);
  return {
    kind: 'account',
    id: found.account_id,
    accountId: found.account_id,
    sessionId: found.id,
    permissions: new Set(found.permissions),
  };
}

/** Requests at the same time do not wait for each other's transaction only to note that somebody was here. */
async function touchSession(tx: Tx, orgId: string, found: Found): Promise<void> {
  await sql`
    with seen as (
      update session set last_seen_at = now(), expires_at = ${sessionEnd(new Date())}
      where org_id = ${orgId} and id = (select id from session where org_id = ${orgId} and id = ${found.id} for update skip locked) returning 1),
    person as (select id from account where org_id = ${orgId} and id = ${found.account_id} for no key update skip locked)
    update account set last_seen_at = now() where org_id = ${orgId} and id = (select id from person)`.execute(tx);
}

async function identifyKey(tx: Tx, orgId: string, hash: string): Promise<Actor | null> {
  const { rows } = await sql<Pick<Found, 'id' | 'permissions' | 'seen_long_ago'>>`
    /* identify-key */ select k.id, r.permissions, coalesce(k.last_used_at < now() - interval '1 minute', true) as seen_long_ago
    from api_key k join role r on r.org_id = k.org_id and r.id = k.role_id
    where k.org_id = ${orgId} and k.key_hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`.execute(
    tx,
  );
  const [found] = rows;
  if (found === undefined) return null;
  if (found.seen_long_ago) {
    await sql`update api_key set last_used_at = now()
      where org_id = ${orgId} and id = (select id from api_key where org_id = ${orgId} and id = ${found.id} for update skip locked)`.execute(
      tx,
    );
  }
  return { kind: 'api-key', id: found.id, accountId: null, sessionId: null, permissions: new Set(found.permissions) };
}
