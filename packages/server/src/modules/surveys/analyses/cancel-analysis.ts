import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Analysis, cancelAnalysis as endpoint } from '@zhiheng/contract/surveys/analyses';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readAnalysis } from './analysis-row.ts';

/** Stops an analysis: its worker notices within a second. */
export async function cancelAnalysis(operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Analysis> {
  const { db, orgId, now } = operation;
  const { state, surveyId, request } = await readAnalysis(operation, params.id);
  const result = await db
    .updateTable('survey_analysis')
    .set({ state: 'cancelled', finished_at: now })
    .where('org_id', '=', orgId)
    .where('id', '=', params.id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw conflict('analysis_is_over', { state });
  const data = { analysisId: params.id, kind: request.kind };
  await recordEvent(operation, { type: 'survey.analysis-cancelled', entity: { kind: 'survey', id: surveyId }, data });
  return readAnalysis(operation, params.id);
}
