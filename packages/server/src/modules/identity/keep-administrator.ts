import { conflict } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

/** Refuses when nobody else could administer the organisation. Two who leave at the same time wait for each other at the role. */
export async function keepAdministrator({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, leaving: string): Promise<void> {
  const role = await db
    .selectFrom('role')
    .select('id')
    .where('org_id', '=', orgId)
    .where('code', '=', 'administrator')
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const other = await db
    .selectFrom('account_role')
    .innerJoin('account', (join) =>
      join.onRef('account.org_id', '=', 'account_role.org_id').onRef('account.id', '=', 'account_role.account_id'),
    )
    .select('account.id')
    .where('account_role.org_id', '=', orgId)
    .where('account_role.role_id', '=', role.id)
    .where('account.id', '!=', leaving)
    .where('account.state', '=', 'active')
    .where('account.deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (other === undefined) throw conflict('last_administrator');
}
