import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

interface LockedAccount {
  readonly email: string;
  readonly hasPassword: boolean;
}

/** Holds an account that is not in the trash until the transaction ends. */
export async function lockAccount({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<LockedAccount> {
  const row = await db
    .selectFrom('account')
    .select(['email', 'password_hash'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('account');
  return { email: row.email, hasPassword: row.password_hash !== null };
}
