import { sql, type RawBuilder } from 'kysely';
import type { Account } from '@zhiheng/contract/identity/accounts';
import type { Permission } from '@zhiheng/contract/identity/permission';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

interface Row extends Omit<Account, 'createdAt' | 'lastSeenAt'> {
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
}

/** Accounts that are not in the trash, with their roles and teams, by name. `condition` speaks of `a`. */
export async function selectAccounts(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<Account[]> {
  const { rows } = await sql<Row>`
    select a.id, a.email, a.name, a.state, a.created_at as "createdAt", a.last_seen_at as "lastSeenAt",
      array(select r.code from account_role ar join role r on r.org_id = ar.org_id and r.id = ar.role_id
            where ar.org_id = a.org_id and ar.account_id = a.id order by r.code) as roles,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'lead', m.lead) order by t.code), '[]')
       from team_member m join team t on t.org_id = m.org_id and t.id = m.team_id
       where m.org_id = a.org_id and m.account_id = a.id and t.deleted_at is null) as teams
    from account a
    where a.org_id = ${orgId} and a.deleted_at is null and ${condition}
    order by a.name, a.id::text limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt?.toISOString() ?? null }));
}

export async function readAccount(operation: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<Account> {
  const [account] = await selectAccounts(operation, sql`a.id = ${id}`, 1);
  if (account === undefined) throw notFound('account');
  return account;
}

/** Everything that the roles of an account allow; also of one in the trash. */
export async function permissionsOf({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, accountId: string): Promise<Permission[]> {
  const { rows } = await sql<{ permission: Permission }>`
    select distinct p as permission from account_role ar join role r on r.org_id = ar.org_id and r.id = ar.role_id, unnest(r.permissions) p
    where ar.org_id = ${orgId} and ar.account_id = ${accountId} order by p`.execute(db);
  return rows.map((row) => row.permission);
}
