import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

/** A domain that can never exist (RFC 2606), by which people of the demo are known. */
const demoDomain = '@demo.invalid';

/** People whom the demo tells of. They are disabled and have no password, so that nobody signs in as them. Returns their ids in order. */
export async function storeDemoAccounts({ db, orgId, now }: Operation, names: readonly string[]): Promise<string[]> {
  const accounts = names.map((name) => ({ id: newId(), name }));
  if (accounts.length > 0)
    await db
      .insertInto('account')
      .values(
        accounts.map(({ id, name }) => ({ org_id: orgId, id, email: `${id}${demoDomain}`, name, state: 'disabled', created_at: now })),
      )
      .execute();
  return accounts.map(({ id }) => id);
}

export async function removeDemoAccounts({ db, orgId }: Operation): Promise<void> {
  await sql`delete from account where org_id = ${orgId} and email like ${`%${demoDomain}`}`.execute(db);
}
