import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findFinding, setFindingState } from '../../findings/index.ts';
import { projectForVerification } from '../../improvement/index.ts';
import type { VerificationRecord } from '../read-verification.ts';
import { entityOf } from '../verification-rows.ts';

interface Return {
  readonly reason: 'returned' | 'complaint';
  /** the complaint that resembles what was closed */
  readonly caseId: string | null;
}

/** What was shown once holds no longer: the verification and the findings of its project are open again. */
export async function reopenVerification(operation: Operation, record: VerificationRecord, { reason, caseId }: Return): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows } = await sql`
    update verification set reopened_at = ${now}, reopened_reason = ${reason}, reopened_by_case = ${caseId}::uuid
    where org_id = ${orgId} and id = ${record.id} and reopened_at is null and decided_at is not null returning id`.execute(db);
  if (rows.length === 0) return;
  const { projectId } = record;
  await recordEvent(operation, { type: 'verification.reopened', entity: entityOf(record), data: { reason, caseId, projectId } });
  if (projectId === null) return;
  for (const findingId of (await projectForVerification(operation, projectId)).findingIds) {
    const { state } = await findFinding(operation, findingId);
    if (state === 'closed') await setFindingState(operation, findingId, { state: 'open', reason: `${record.number}: ${reason}` });
  }
}
