import type { Reply } from '@zhiheng/contract/endpoint';
import type { listSessions as endpoint } from '@zhiheng/contract/identity/sign-in';
import type { Call } from '../../platform/operation.ts';
import { personOf } from './person.rules.ts';

export async function listSessions({ db, orgId, actor, now }: Call): Promise<Reply<typeof endpoint>> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'created_at', 'last_seen_at', 'user_agent', 'address'])
    .where('org_id', '=', orgId)
    .where('account_id', '=', personOf(actor))
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    userAgent: row.user_agent,
    address: row.address,
    current: row.id === actor.sessionId,
  }));
  return { items };
}
