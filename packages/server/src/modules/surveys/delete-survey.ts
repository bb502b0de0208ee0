import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteSurvey as endpoint, Survey } from '@zhiheng/contract/surveys/surveys';
import { putAway, takeOut } from '../../platform/database/trash.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockSurvey } from './read-survey.ts';
import { entityOf } from './survey-rows.ts';

export async function deleteSurvey(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const survey = await lockSurvey(call, params.id);
  await putAway(call, 'survey', params.id);
  await recordEvent(call, { type: 'survey.deleted', entity: entityOf(survey) });
  return { ok: true };
}

/** Brings a survey back from the trash in the state that it had. */
export async function restoreSurvey(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Survey, 'id' | 'name'>>(operation, 'survey', id);
  await recordEvent(operation, { type: 'survey.restored', entity: entityOf(restored) });
}
