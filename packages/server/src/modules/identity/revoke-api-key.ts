import type { Parsed } from '@zhiheng/contract/endpoint';
import type { revokeApiKey as endpoint } from '@zhiheng/contract/identity/accounts';
import { notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';

export async function revokeApiKey(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const revoked = await call.db
    .updateTable('api_key')
    .set({ revoked_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', params.id)
    .where('revoked_at', 'is', null)
    .returning(['name', 'prefix'])
    .executeTakeFirst();
  if (revoked === undefined) throw notFound('api_key');
  await recordEvent(call, {
    type: 'api-key.revoked',
    entity: { kind: 'api-key', id: params.id, label: revoked.name },
    data: { prefix: revoked.prefix },
  });
  return { ok: true };
}
