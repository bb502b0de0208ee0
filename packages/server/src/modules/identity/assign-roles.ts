import type { Permission } from '@zhiheng/contract/identity/permission';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

export interface RoleRecord {
  readonly id: string;
  readonly code: string;
  readonly permissions: Permission[];
}

/** Roles by their codes, once each; unknown codes are left out. */
export async function rolesOf({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, codes: readonly string[]): Promise<RoleRecord[]> {
  const rows = await db
    .selectFrom('role')
    .select(['id', 'code', 'permissions'])
    .where('org_id', '=', orgId)
    .where('code', 'in', codes)
    .execute();
  // The column holds what `permission` of the contract wrote there.
  return rows.map((row) => ({ ...row, permissions: row.permissions as Permission[] }));
}

/** Roles by their codes, once each. An unknown one is the caller's mistake, named by its place. */
export async function resolveRoles(operation: Pick<Operation, 'db' | 'orgId'>, codes: readonly string[]): Promise<RoleRecord[]> {
  const roles = await rolesOf(operation, codes);
  const known = new Set(roles.map((role) => role.code));
  const unknown = codes.flatMap((code, index) =>
    known.has(code) ? [] : [{ path: `roles.${index}`, code: 'unknown_role', params: { role: code } }],
  );
  if (unknown.length > 0) throw invalid(unknown);
  return roles;
}

/** The account has these roles and no others. */
export async function assignRoles(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  accountId: string,
  roles: readonly RoleRecord[],
): Promise<void> {
  await db.deleteFrom('account_role').where('org_id', '=', orgId).where('account_id', '=', accountId).execute();
  const rows = roles.map((role) => ({ org_id: orgId, account_id: accountId, role_id: role.id }));
  await db.insertInto('account_role').values(rows).execute();
}
