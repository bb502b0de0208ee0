import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type {
  addCauseEvidence as addEndpoint,
  CauseAnalysis,
  recomputeCauseEvidence as recomputeEndpoint,
} from '@zhiheng/contract/causes/causes';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { invalidField, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../analyses/analysis-rows.ts';
import { findAnalysis, lockAnalysis } from '../analyses/read-analysis.ts';
import { workOut } from './work-out.ts';

interface One {
  readonly params: { readonly id: string; readonly evidenceId: string };
}

/** The root is the problem itself: it is no cause that could be supported. */
export async function addEvidence(
  call: Call,
  { params, body }: Pick<Parsed<typeof addEndpoint>, 'params' | 'body'>,
): Promise<CauseAnalysis> {
  const analysis = await lockAnalysis(call, params.id);
  const node = analysis.tree.find(({ id, parentId }) => id === body.nodeId && parentId !== null);
  if (node === undefined) throw invalidField('nodeId', 'unknown_cause');
  const result = await workOut(call, body.request);
  const { db, orgId, now, actor } = call;
  await sql`
    insert into cause_evidence (org_id, id, analysis_id, node_id, request, result, note, at, by)
    values (${orgId}, ${newId()}, ${params.id}, ${node.id}, ${JSON.stringify(body.request)}::jsonb, ${JSON.stringify(result)}::jsonb, ${body.note},
      ${now}, ${actor.accountId}::uuid)`.execute(db);
  await recordEvent(call, {
    type: 'cause-evidence.added',
    entity: entityOf(analysis),
    data: { cause: node.text, says: result.says, n: result.n, p: result.p },
  });
  return findAnalysis(call, params.id);
}

export async function withdrawEvidence(call: Call, { params }: One): Promise<CauseAnalysis> {
  const analysis = await lockAnalysis(call, params.id);
  const evidence = evidenceOf(analysis, params.evidenceId);
  await sql`delete from cause_evidence where org_id = ${call.orgId} and id = ${evidence.id}`.execute(call.db);
  const { nodeId, request, result } = evidence;
  await recordEvent(call, { type: 'cause-evidence.withdrawn', entity: entityOf(analysis), data: { nodeId, request, result } });
  return findAnalysis(call, params.id);
}

/** The stored result stays as it is: it says what was known when the cause was judged. */
export async function recomputeEvidence(call: Call, { params }: One): Promise<Reply<typeof recomputeEndpoint>> {
  const { request, result: stored } = evidenceOf(await findAnalysis(call, params.id), params.evidenceId);
  const now = await workOut(call, request);
  return { stored, now, same: isDeepStrictEqual(stored, now) };
}

function evidenceOf({ evidence }: CauseAnalysis, id: string): CauseAnalysis['evidence'][number] {
  const found = evidence.find((one) => one.id === id);
  if (found === undefined) throw notFound('cause-evidence');
  return found;
}
