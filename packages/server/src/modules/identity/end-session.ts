import type { Parsed } from '@zhiheng/contract/endpoint';
import type { endSession as endpoint } from '@zhiheng/contract/identity/sign-in';
import { notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { accountEntity } from './account-entity.ts';
import { personOf } from './person.rules.ts';

export async function endSession(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const accountId = personOf(call.actor);
  const ended = await call.db
    .deleteFrom('session')
    .where('org_id', '=', call.orgId)
    .where('account_id', '=', accountId)
    .where('id', '=', params.id)
    .returning('id')
    .executeTakeFirst();
  if (ended === undefined) throw notFound('session');
  await recordEvent(call, { type: 'session.ended', entity: await accountEntity(call, accountId), data: { sessionId: params.id } });
  return { ok: true };
}
