import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteAnalysis as endpoint } from '@zhiheng/contract/surveys/analyses';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readAnalysis } from './analysis-row.ts';

/** Gone for good: it can be asked for again. A worker that is at it finds nothing to write to. */
export async function deleteAnalysis(operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const { surveyId, request } = await readAnalysis(operation, params.id);
  await operation.db.deleteFrom('survey_analysis').where('org_id', '=', operation.orgId).where('id', '=', params.id).execute();
  const data = { analysisId: params.id, kind: request.kind };
  await recordEvent(operation, { type: 'survey.analysis-deleted', entity: { kind: 'survey', id: surveyId }, data });
  return { ok: true };
}
