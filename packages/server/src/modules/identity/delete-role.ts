import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteRole as endpoint } from '@zhiheng/contract/identity/accounts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockOwnRole } from './update-role.ts';

/** The constraints refuse while a person or a key in force has the role. People in the trash and revoked keys let it go. */
export async function deleteRole(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId } = call;
  const role = await lockOwnRole(call, params.id);
  await sql`delete from account_role ar using account a
    where ar.org_id = ${orgId} and ar.role_id = ${role.id} and a.org_id = ar.org_id and a.id = ar.account_id and a.deleted_at is not null`.execute(
    db,
  );
  await db.deleteFrom('api_key').where('org_id', '=', orgId).where('role_id', '=', role.id).where('revoked_at', 'is not', null).execute();
  await db.deleteFrom('role').where('org_id', '=', orgId).where('id', '=', role.id).execute();
  await recordEvent(call, { type: 'role.deleted', entity: { kind: 'role', id: role.id, label: role.code }, data: { name: role.name } });
  return { ok: true };
}
