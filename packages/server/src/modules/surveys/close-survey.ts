import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { closeSurvey as endpoint, Survey } from '@zhiheng/contract/surveys/surveys';
import { conflict } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { findSurvey, lockVersion } from './read-survey.ts';
import { entityOf } from './survey-rows.ts';

/** Takes no more answers, or takes them again. A draft is neither open nor closed. */
export async function closeSurvey(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Survey> {
  const survey = await lockVersion(call, params.id, body.version);
  if (survey.state === 'draft') throw conflict('survey_is_draft');
  const state = body.closed ? 'closed' : 'open';
  if (survey.state === state) return survey;
  await sql`
    update survey set state = ${state}, version = version + 1, updated_at = ${call.now}, updated_by = ${call.actor.accountId}::uuid
    where org_id = ${call.orgId} and id = ${survey.id}`.execute(call.db);
  await recordEvent(call, { type: body.closed ? 'survey.closed' : 'survey.reopened', entity: entityOf(survey) });
  return findSurvey(call, survey.id);
}
