import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { addFindingEvidence as adding, Finding, removeFindingEvidence as removing } from '@zhiheng/contract/findings/findings';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf, lockFinding } from '../register/finding-rows.ts';
import { findFinding } from '../register/read-finding.ts';
import { storeEvidence } from './store-evidence.ts';

export async function addEvidence(call: Call, { params, body }: Pick<Parsed<typeof adding>, 'params' | 'body'>): Promise<Finding> {
  await lockFinding(call, params.id);
  const before = await findFinding(call, params.id);
  if ((await storeEvidence(call, params.id, [body])) === 0) return before;
  const after = await findFinding(call, params.id);
  const [newest] = after.evidence;
  await recordEvent(call, {
    type: 'finding.changed',
    entity: entityOf(after),
    data: { evidence: { from: null, to: newest?.label.zh ?? '' } },
  });
  return after;
}

export async function removeEvidence(call: Call, { params }: Pick<Parsed<typeof removing>, 'params'>): Promise<Finding> {
  await lockFinding(call, params.id);
  const before = await findFinding(call, params.id);
  const gone = before.evidence.find(({ id }) => id === params.evidenceId);
  if (gone === undefined) throw notFound('finding_evidence');
  await sql`delete from finding_evidence where org_id = ${call.orgId} and id = ${gone.id}`.execute(call.db);
  const { kind, label, figure, note } = gone;
  await recordEvent(call, {
    type: 'finding.changed',
    entity: entityOf(before),
    data: { evidence: { from: label.zh, to: null }, gone: { kind, label, figure, note } },
  });
  return findFinding(call, params.id);
}
