import type { Locale } from '@zhiheng/contract/values/text';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { hashPassword } from './password.ts';

interface AdministratorDraft {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: Locale;
}

/** The first account of a new organisation; its roles are seeded already. Returns the account's id. */
export async function createAdministrator(operation: Operation, draft: AdministratorDraft): Promise<string> {
  const { db, orgId } = operation;
  const id = newId();
  const password_hash = await hashPassword(draft.password);
  const { email, name, locale } = draft;
  await db.insertInto('account').values({ org_id: orgId, id, email, name, locale, password_hash, state: 'active' }).execute();
  await db
    .insertInto('account_role')
    .columns(['org_id', 'account_id', 'role_id'])
    .expression((eb) =>
      eb
        .selectFrom('role')
        .select((row) => ['role.org_id', row.val(id).as('account_id'), 'role.id as role_id'])
        .where('org_id', '=', orgId)
        .where('code', '=', 'administrator'),
    )
    .execute();
  await recordEvent(operation, {
    type: 'account.activated',
    entity: { kind: 'account', id, label: email },
    data: { name, roles: ['administrator'] },
  });
  return id;
}
