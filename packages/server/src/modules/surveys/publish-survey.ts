import { sql } from 'kysely';
import { reviewForm } from '@zhiheng/forms/review';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { publishSurvey as endpoint, Survey } from '@zhiheng/contract/surveys/surveys';
import { conflict, invalid } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { isScored } from './outflow/score-observations.rules.ts';
import { findSurvey, lockVersion } from './read-survey.ts';
import { entityOf } from './survey-rows.ts';

/** The draft becomes a version that never changes. Whoever is answering goes on with the version they began. */
export async function publishSurvey(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Survey> {
  const survey = await lockVersion(call, params.id, body.version);
  if (!survey.changed) throw conflict('no_draft');
  const faults = [...formFaults(survey), ...measureFaults(survey)];
  if (faults.length > 0) throw invalid(faults);
  const number = (survey.published ?? 0) + 1;
  const { db, orgId, now, actor } = call;
  await sql`
    insert into survey_version (org_id, id, survey_id, number, form, published_at, published_by)
    select org_id, ${newId()}, id, ${number}, form, ${now}, ${actor.accountId}::uuid
    from survey where org_id = ${orgId} and id = ${survey.id}`.execute(db);
  await sql`
    update survey set published = ${number}, changed = false, state = case state when 'draft' then 'open' else state end, version = version + 1,
      updated_at = ${now}, updated_by = ${actor.accountId}::uuid where org_id = ${orgId} and id = ${survey.id}`.execute(db);
  await recordEvent(call, { type: 'survey.published', entity: entityOf(survey), data: { number } });
  return findSurvey(call, survey.id);
}

const formFaults = ({ form }: Survey) =>
  reviewForm(form).map(({ path, code, params }) => ({ path: `form.${path}`, code: code.replaceAll('-', '_'), params }));

/** What flows out or calls somebody back must be a score of the form. */
function measureFaults({ form, settings }: Survey) {
  const wanted = [
    ...settings.outflows.map((outflow, at) => ({ ...outflow, path: `settings.outflows.${at}.measure` })),
    ...settings.followUps.map(({ measure }, at) => ({ measure, part: null, path: `settings.followUps.${at}.measure` })),
  ];
  return wanted.flatMap(({ path, ...score }) =>
    isScored(form, score) ? [] : [{ path, code: 'unknown_measure', params: { measure: score.measure } }],
  );
}
