import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { saveSurvey as endpoint, Survey, SurveySettings } from '@zhiheng/contract/surveys/surveys';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { conflict } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { findSurvey, lockVersion } from './read-survey.ts';
import { settleSettings, withMinimum } from './settle-settings.ts';
import { entityOf } from './survey-rows.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function saveSurvey(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Survey> {
  const before = await lockVersion(call, params.id, body.version);
  const after = { ...before, ...givenFields({ name: body.name, form: body.form }), settings: await settingsAfter(call, before, body) };
  const redrawn = !isDeepStrictEqual(before.form, after.form);
  const changes = { ...changesBetween({ name: before.name }, { name: after.name }), ...changesBetween(before.settings, after.settings) };
  if (!redrawn && Object.keys(changes).length === 0) return before;
  const { settings } = after;
  await sql`
    update survey set name = ${JSON.stringify(after.name)}::jsonb, form = ${JSON.stringify(after.form)}::jsonb,
      settings = ${JSON.stringify(settings)}::jsonb, anonymous = ${settings.anonymous}, service_id = ${settings.serviceId}::uuid,
      changed = changed or ${redrawn}, version = version + 1, updated_at = ${call.now}, updated_by = ${call.actor.accountId}::uuid
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  // What the form says stands in its versions; the log says that the draft is another one now.
  await recordEvent(call, { type: 'survey.changed', entity: entityOf(after), data: { ...changes, ...(redrawn && { form: true }) } });
  return findSurvey(call, params.id);
}

async function settingsAfter(call: Call, before: Survey, { settings = {} }: Body): Promise<SurveySettings> {
  const wanted = { ...before.settings, ...givenFields(settings) };
  if (isDeepStrictEqual(wanted, before.settings)) return before.settings;
  // Who has answered under one promise must not be shown under another.
  if (before.published !== null && wanted.anonymous !== before.anonymous) throw conflict('anonymity_is_fixed');
  return settleSettings(call, settings.minimumGroup === undefined ? withMinimum(wanted) : wanted);
}
