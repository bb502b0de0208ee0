import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { accountEntity } from './account-entity.ts';
import { personOf } from './person.rules.ts';
import { clearSessionCookie } from './start-session.ts';

export async function signOut(call: Call): Promise<{ ok: true }> {
  const id = personOf(call.actor);
  await call.db.deleteFrom('session').where('org_id', '=', call.orgId).where('id', '=', call.actor.sessionId).execute();
  await recordEvent(call, { type: 'session.ended', entity: await accountEntity(call, id) });
  clearSessionCookie(call.reply);
  return { ok: true };
}
