import type { Parsed } from '@zhiheng/contract/endpoint';
import type { useAccessLink as endpoint } from '@zhiheng/contract/identity/accounts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import type { Actor, Operation, PublicCall } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { dropOpenLinks } from './access-link.ts';
import { hashPassword } from './password.ts';
import { openLink, organisationOfLink, type OpenLink } from './read-access-link.ts';
import { startSession } from './start-session.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function useAccessLink(call: PublicCall, { params, body }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const orgId = await organisationOfLink(call.root, params.token);
  const passwordHash = await hashPassword(body.password);
  await inOrganisation(call.root, orgId, async (db) => {
    const link = await openLink({ db, orgId }, params.token);
    // Whoever holds the link acts as the person it was made for.
    const actor: Actor = { kind: 'account', id: link.accountId, accountId: link.accountId, sessionId: null, permissions: new Set() };
    const operation: Operation = { db, orgId, actor, now: call.now };
    await activate(operation, link, { passwordHash, name: body.name });
    await startSession(operation, link.accountId, call);
  });
  return { ok: true };
}

async function activate(
  operation: Operation,
  link: OpenLink,
  set: { readonly passwordHash: string; readonly name: Body['name'] },
): Promise<void> {
  const { db, orgId, now } = operation;
  const values = { password_hash: set.passwordHash, state: 'active', name: set.name ?? link.name };
  await db.updateTable('account').set(values).where('org_id', '=', orgId).where('id', '=', link.accountId).execute();
  await db.updateTable('access_link').set({ used_at: now }).where('org_id', '=', orgId).where('id', '=', link.id).execute();
  await dropOpenLinks(operation, link.accountId);
  await db.deleteFrom('session').where('org_id', '=', orgId).where('account_id', '=', link.accountId).execute();
  const type = link.kind === 'invite' ? 'account.activated' : 'account.password-changed';
  await recordEvent(operation, { type, entity: { kind: 'account', id: link.accountId, label: link.email }, data: { link: link.kind } });
}
