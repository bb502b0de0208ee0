import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldStudy, saveFieldStudy as endpoint } from '@zhiheng/contract/fieldwork/studies';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkPlan, type StudyPlan } from './check-plan.ts';
import { findStudy, lockVersion } from './read-study.ts';
import { entityOf } from './study-rows.ts';

export async function saveStudy(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FieldStudy> {
  const before = await lockVersion(call, params.id, body.version);
  const { version: _version, form = before.form, ...given } = body;
  const changes = changesBetween<StudyPlan>(before, given);
  const redrawn = !isDeepStrictEqual(before.form, form);
  if (!redrawn && Object.keys(changes).length === 0) return before;
  const plan: StudyPlan = { ...before, ...givenFields(given) };
  await checkPlan(call, plan);
  await sql`
    update field_study set name = ${JSON.stringify(plan.name)}::jsonb, purpose = ${JSON.stringify(plan.purpose)}::jsonb,
      service_id = ${plan.serviceId}::uuid, from_day = ${plan.from}::date, until_day = ${plan.until}::date, wanted = ${plan.wanted},
      raters = ${plan.raters}, form = ${JSON.stringify(form)}::jsonb, changed = changed or ${redrawn}, version = version + 1, updated_at = ${call.now},
      updated_by = ${call.actor.accountId}::uuid
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  // What the guide says stands in its versions; the log says that the draft is another one now.
  const data = { ...changes, ...(redrawn && { form: true }) };
  await recordEvent(call, { type: 'fieldwork.study-changed', entity: entityOf({ id: params.id, name: plan.name }), data });
  return findStudy(call, params.id);
}
