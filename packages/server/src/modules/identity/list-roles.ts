import { sql, type RawBuilder } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { listRoles as endpoint, Role } from '@zhiheng/contract/identity/accounts';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

export async function listRoles(operation: Operation): Promise<Reply<typeof endpoint>> {
  return { items: await selectRoles(operation, sql`true`) };
}

export async function readRole(operation: Operation, id: string): Promise<Role> {
  const [role] = await selectRoles(operation, sql`r.id = ${id}`);
  if (role === undefined) throw notFound('role');
  return role;
}

/** The built-in ones first, each in the order of their making. */
async function selectRoles({ db, orgId }: Operation, condition: RawBuilder<unknown>): Promise<Role[]> {
  const { rows } = await sql<Role>`
    select r.id, r.code, r.name, r.permissions, r.built_in as "builtIn", count(a.id)::int as accounts
    from role r
    left join account_role ar on ar.org_id = r.org_id and ar.role_id = r.id
    left join account a on a.org_id = ar.org_id and a.id = ar.account_id and a.deleted_at is null
    where r.org_id = ${orgId} and ${condition}
    group by r.org_id, r.id order by r.built_in desc, r.id`.execute(db);
  return rows;
}
