import type { FastifyRequest, RouteShorthandOptions } from 'fastify';
import * as accounts from '@zhiheng/contract/identity/accounts';
import * as own from '@zhiheng/contract/identity/sign-in';
import type { Config } from '../../platform/config.ts';
import { bind, bindPublic, type Binder } from '../../platform/http/bind.ts';
import { changePassword } from './change-password.ts';
import { createApiKey } from './create-api-key.ts';
import { createResetLink } from './create-reset-link.ts';
import { createRole } from './create-role.ts';
import { deleteAccount } from './delete-account.ts';
import { deleteRole } from './delete-role.ts';
import { endSession } from './end-session.ts';
import { getMe } from './get-me.ts';
import { inviteAccount } from './invite-account.ts';
import { listAccounts } from './list-accounts.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listRoles } from './list-roles.ts';
import { listSessions } from './list-sessions.ts';
import { readAccessLink } from './read-access-link.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { updateAccount } from './update-account.ts';
import { updateMe } from './update-me.ts';
import { updateRole } from './update-role.ts';
import { useAccessLink } from './use-access-link.ts';

export function bindIdentity(binder: Binder, config: Pick<Config, 'publicUrl' | 'signInsPerMinute'>): void {
  const guarded = { ...binder, options: guessesPerMinute(config.signInsPerMinute) };
  bindPublic(guarded, own.signIn, signIn);
  bind(binder, own.signOut, signOut);
  bind(binder, own.getMe, getMe);
  bind(binder, own.updateMe, updateMe);
  bind(guarded, own.changePassword, changePassword);
  bind(binder, own.listSessions, listSessions);
  bind(binder, own.endSession, endSession);
  bind(binder, accounts.listAccounts, listAccounts);
  bind(binder, accounts.inviteAccount, inviteAccount(config.publicUrl));
  bind(binder, accounts.updateAccount, updateAccount);
  bind(binder, accounts.deleteAccount, deleteAccount);
  bind(binder, accounts.createResetLink, createResetLink(config.publicUrl));
  bindPublic(binder, accounts.readAccessLink, readAccessLink);
  bindPublic(binder, accounts.useAccessLink, useAccessLink);
  bind(binder, accounts.listRoles, listRoles);
  bind(binder, accounts.createRole, createRole);
  bind(binder, accounts.updateRole, updateRole);
  bind(binder, accounts.deleteRole, deleteRole);
  bind(binder, accounts.listApiKeys, listApiKeys);
  bind(binder, accounts.createApiKey, createApiKey);
  bind(binder, accounts.revokeApiKey, revokeApiKey);
}

/** Counted after the body is read, so that one address guessing at many people does not lock out its whole house. */
const guessesPerMinute = (max: number): RouteShorthandOptions => ({
  config: { rateLimit: { max, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: guesser } },
});

function guesser(request: FastifyRequest): string {
  const email = (request.body as { email?: unknown } | undefined)?.email;
  return `${request.ip} ${typeof email === 'string' ? email : ''}`;
}
