import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteAccount as endpoint } from '@zhiheng/contract/identity/accounts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { stopsAdministering } from './account.rules.ts';
import { closeAccess } from './close-access.ts';
import { refuseMorePowerful } from './grant.rules.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { lockAccount } from './lock-account.ts';
import { permissionsOf, readAccount } from './select-accounts.ts';

export async function deleteAccount(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  await lockAccount(call, params.id);
  const account = await readAccount(call, params.id);
  refuseMorePowerful(call.actor, await permissionsOf(call, params.id));
  if (stopsAdministering(account, { ...account, roles: [] })) await keepAdministrator(call, params.id);
  await call.db.updateTable('account').set({ deleted_at: call.now }).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await closeAccess(call, params.id);
  await recordEvent(call, { type: 'account.deleted', entity: { kind: 'account', id: params.id, label: account.email } });
  return { ok: true };
}
