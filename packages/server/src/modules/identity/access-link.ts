import type { FastifyRequest } from 'fastify';
import { hashOf, newId, newSecret } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

type LinkKind = 'invite' | 'reset';
const lifeInHours = { invite: 7 * 24, reset: 24 } as const satisfies Record<LinkKind, number>;

interface LinkDraft {
  readonly accountId: string;
  readonly kind: LinkKind;
  /** address that people reach the server by, without a slash at the end */
  readonly base: string;
}

/** Makes a private link; older ones of the same person stop working. Only the hash of its token is kept. */
export async function createAccessLink({ db, orgId, now }: Operation, draft: LinkDraft): Promise<{ url: string; expiresAt: string }> {
  const token = newSecret();
  const expires_at = new Date(now.getTime() + lifeInHours[draft.kind] * 3_600_000);
  await dropOpenLinks({ db, orgId }, draft.accountId);
  const row = { org_id: orgId, id: newId(), account_id: draft.accountId, kind: draft.kind, token_hash: hashOf(token), expires_at };
  await db.insertInto('access_link').values(row).execute();
  return { url: `${draft.base}/link/${token}`, expiresAt: expires_at.toISOString() };
}

export async function dropOpenLinks({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, accountId: string): Promise<void> {
  await db.deleteFrom('access_link').where('org_id', '=', orgId).where('account_id', '=', accountId).where('used_at', 'is', null).execute();
}

/** The configured address, or else the one that the administrator uses right now. */
export const baseOf = (request: FastifyRequest, publicUrl: string | null): string =>
  publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;
