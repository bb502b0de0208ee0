import type { Parsed } from '@zhiheng/contract/endpoint';
import type { changePassword as endpoint } from '@zhiheng/contract/identity/sign-in';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { hashPassword, isPassword } from './password.ts';
import { personOf } from './person.rules.ts';

export async function changePassword(call: Call, { body }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId, actor } = call;
  const id = personOf(actor);
  const account = await db
    .selectFrom('account')
    .select(['email', 'password_hash'])
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (!(await isPassword(account.password_hash, body.current))) throw invalidField('current', 'wrong_password');
  const password_hash = await hashPassword(body.next);
  await db.updateTable('account').set({ password_hash }).where('org_id', '=', orgId).where('id', '=', id).execute();
  await db.deleteFrom('session').where('org_id', '=', orgId).where('account_id', '=', id).where('id', '!=', actor.sessionId).execute();
  await db.deleteFrom('access_link').where('org_id', '=', orgId).where('account_id', '=', id).where('used_at', 'is', null).execute();
  await recordEvent(call, { type: 'account.password-changed', entity: { kind: 'account', id, label: account.email } });
  return { ok: true };
}
