import type { Operation } from '../../platform/operation.ts';

interface AccountEntity {
  readonly kind: 'account';
  readonly id: string;
  readonly label: string;
}

/** An account as the log names it. */
export async function accountEntity({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<AccountEntity> {
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { kind: 'account', id, label: email };
}
