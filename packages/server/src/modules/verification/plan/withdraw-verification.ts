import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Verification, withdrawVerification as endpoint } from '@zhiheng/contract/verification/verifications';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findVerification, lockVerification } from '../read-verification.ts';
import { entityOf } from '../verification-rows.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

/** The plan stays visible with the reason; what was decided stays decided. */
export async function withdrawVerification(call: Call, { params, body }: Input): Promise<Verification> {
  const { db, orgId, now, actor } = call;
  const record = await lockVerification(call, params.id);
  if (record.withdrawnAt !== null) throw conflict('verification_withdrawn_already');
  if (record.decidedAt !== null) throw conflict('verification_decided');
  await sql`
    update verification set withdrawn_at = ${now}, withdrawn_by = ${actor.accountId}::uuid, withdrawn_reason = ${body.reason}
    where org_id = ${orgId} and id = ${record.id}`.execute(db);
  await recordEvent(call, { type: 'verification.withdrawn', entity: entityOf(record), data: { reason: body.reason } });
  return findVerification(call, record.id);
}
