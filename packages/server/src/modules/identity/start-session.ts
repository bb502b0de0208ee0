import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf, newId, newSecret } from '../../platform/identifier.ts';
import type { Actor, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { accountEntity } from './account-entity.ts';

export const sessionCookie = 'zhiheng_session';
const sessionDays = 30;

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type SessionOperation = Pick<Operation, 'db' | 'orgId' | 'now'>;

/** Opens a session for an account whose password has been checked, and gives the browser its cookie. */
export async function startSession(operation: SessionOperation, accountId: string, visit: Visit): Promise<void> {
  const token = newSecret();
  const id = newId();
  await operation.db
    .insertInto('session')
    .values({
      org_id: operation.orgId,
      id,
      account_id: accountId,
      token_hash: hashOf(token),
      expires_at: sessionEnd(operation.now),
      last_seen_at: operation.now,
      user_agent: visit.request.headers['user-agent']?.slice(0, 300) ?? null,
      address: visit.request.ip,
    })
    .execute();
  const actor: Actor = { kind: 'account', id: accountId, accountId, sessionId: id, permissions: new Set() };
  await recordEvent(
    { ...operation, actor },
    { type: 'session.started', entity: await accountEntity(operation, accountId), data: { address: visit.request.ip } },
  );
  setSessionCookie(visit.reply, token);
}

export const sessionEnd = (from: Date): Date => new Date(from.getTime() + sessionDays * 86_400_000);

/** `Secure` is set by the server itself where people reach it by https (see app.ts). */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: sessionDays * 86_400 });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/', httpOnly: true, sameSite: 'lax' });
}
