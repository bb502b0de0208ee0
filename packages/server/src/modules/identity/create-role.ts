import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createRole as endpoint, Role } from '@zhiheng/contract/identity/accounts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { refuseGrantBeyond } from './grant.rules.ts';
import { readRole } from './list-roles.ts';

export async function createRole(call: Call, { body }: Parsed<typeof endpoint>): Promise<Role> {
  const permissions = [...new Set(body.permissions)];
  refuseGrantBeyond(call.actor, permissions);
  const id = newId();
  const row = { org_id: call.orgId, id, code: body.code, name: JSON.stringify(body.name), permissions };
  await call.db.insertInto('role').values(row).execute();
  await recordEvent(call, { type: 'role.created', entity: { kind: 'role', id, label: body.code }, data: { name: body.name, permissions } });
  return readRole(call, id);
}
