import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { inviteAccount as endpoint } from '@zhiheng/contract/identity/accounts';
import { conflict } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { baseOf, createAccessLink } from './access-link.ts';
import { assignRoles, resolveRoles } from './assign-roles.ts';
import { assignTeams } from './assign-teams.ts';
import { refuseGrantBeyond } from './grant.rules.ts';
import { readAccount } from './select-accounts.ts';

export const inviteAccount =
  (publicUrl: string | null) =>
  async (call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> => {
    const roles = await resolveRoles(call, body.roles);
    refuseGrantBeyond(
      call.actor,
      roles.flatMap((role) => role.permissions),
    );
    await refuseTrashed(call, body.email);
    const id = newId();
    await sql`insert into account (org_id, id, email, name, state, locale)
      select org_id, ${id}, ${body.email}, ${body.name}, 'invited', locale from organisation where org_id = ${call.orgId}`.execute(call.db);
    await assignRoles(call, id, roles);
    await assignTeams(call, id, body.teams);
    const link = await createAccessLink(call, { accountId: id, kind: 'invite', base: baseOf(call.request, publicUrl) });
    const data = { name: body.name, roles: roles.map((role) => role.code) };
    await recordEvent(call, { type: 'account.invited', entity: { kind: 'account', id, label: body.email }, data });
    return { account: await readAccount(call, id), link };
  };

/** The address of somebody in the trash is theirs: bring them back instead. */
async function refuseTrashed({ db, orgId }: Call, email: string): Promise<void> {
  const trashed = await db
    .selectFrom('account')
    .select('id')
    .where('org_id', '=', orgId)
    .where('email', '=', email)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst();
  if (trashed !== undefined) throw conflict('account_in_trash', { email });
}
