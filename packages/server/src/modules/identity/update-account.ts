import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Account, updateAccount as endpoint } from '@zhiheng/contract/identity/accounts';
import { changesBetween } from '../../platform/changes-between.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { nextState, stopsAdministering } from './account.rules.ts';
import { assignRoles, resolveRoles } from './assign-roles.ts';
import { assignTeams } from './assign-teams.ts';
import { closeAccess } from './close-access.ts';
import { refuseGrantBeyond, refuseMorePowerful } from './grant.rules.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { lockAccount } from './lock-account.ts';
import { permissionsOf, readAccount } from './select-accounts.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function updateAccount(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Account> {
  const { hasPassword } = await lockAccount(call, params.id);
  const before = await readAccount(call, params.id);
  refuseMorePowerful(call.actor, await permissionsOf(call, params.id));
  const state = body.state === undefined ? before.state : nextState({ ...before, hasPassword }, body.state);
  const { name = before.name, roles = before.roles } = body;
  if (stopsAdministering(before, { state, roles })) await keepAdministrator(call, params.id);
  await call.db.updateTable('account').set({ name, state }).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await changeRoles(call, before, body.roles);
  if (body.teams !== undefined) await assignTeams(call, params.id, body.teams);
  if (state === 'disabled') await closeAccess(call, params.id);
  return logged(call, before);
}

async function changeRoles(call: Call, before: Account, codes: Body['roles']): Promise<void> {
  if (codes === undefined) return;
  const roles = await resolveRoles(call, codes);
  const added = roles.filter((role) => !before.roles.includes(role.code));
  refuseGrantBeyond(
    call.actor,
    added.flatMap((role) => role.permissions),
  );
  await assignRoles(call, before.id, roles);
}

async function logged(call: Call, before: Account): Promise<Account> {
  const after = await readAccount(call, before.id);
  const { name, state, roles, teams } = after;
  const data = changesBetween(before, { name, state, roles, teams });
  if (Object.keys(data).length > 0)
    await recordEvent(call, { type: 'account.changed', entity: { kind: 'account', id: before.id, label: before.email }, data });
  return after;
}
