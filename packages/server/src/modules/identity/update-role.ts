import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Role, updateRole as endpoint } from '@zhiheng/contract/identity/accounts';
import { changesBetween } from '../../platform/changes-between.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { refuseGrantBeyond } from './grant.rules.ts';
import { readRole } from './list-roles.ts';

export async function updateRole(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Role> {
  const before = await lockOwnRole(call, params.id);
  const { name = before.name } = body;
  const permissions = body.permissions === undefined ? before.permissions : [...new Set(body.permissions)];
  refuseGrantBeyond(
    call.actor,
    permissions.filter((permission) => !before.permissions.includes(permission)),
  );
  const data = changesBetween(before, { name, permissions });
  if (Object.keys(data).length === 0) return before;
  const set = { name: JSON.stringify(name), permissions };
  await call.db.updateTable('role').set(set).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'role.changed', entity: { kind: 'role', id: params.id, label: before.code }, data });
  return { ...before, name, permissions };
}

/** Holds a role of the organisation's own until the transaction ends; the built-in ones stay as they are. */
export async function lockOwnRole(call: Call, id: string): Promise<Role> {
  const row = await call.db
    .selectFrom('role')
    .select('built_in')
    .where('org_id', '=', call.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('role');
  if (row.built_in) throw conflict('role_built_in');
  return readRole(call, id);
}
