import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteSurvey as endpoint, Survey } from '@zhiheng/contract/surveys/surveys';
import { notFound } from '../../platform/errors.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockSurvey } from './read-survey.ts';
import { entityOf } from './survey-rows.ts';

export async function deleteSurvey(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const survey = await lockSurvey(call, params.id);
  await call.db.updateTable('survey').set({ deleted_at: call.now }).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'survey.deleted', entity: entityOf(survey) });
  return { ok: true };
}

/** Brings a survey back from the trash in the state that it had. */
export async function restoreSurvey(operation: Operation, id: string): Promise<void> {
  const row = await operation.db
    .updateTable('survey')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning('name')
    .executeTakeFirst();
  if (row === undefined) throw notFound('survey');
  await recordEvent(operation, { type: 'survey.restored', entity: entityOf({ id, name: row.name as Survey['name'] }) });
}
