import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listQuotas as listEndpoint, setQuotas as setEndpoint } from '@zhiheng/contract/surveys/distributions';
import { invalid } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findSurvey, lockSurvey } from '../read-survey.ts';
import { entityOf } from '../survey-rows.ts';

type Quotas = Reply<typeof listEndpoint>;

export async function listQuotas(operation: Operation, { params }: Pick<Parsed<typeof listEndpoint>, 'params'>): Promise<Quotas> {
  await findSurvey(operation, params.id);
  return { items: await readQuotas(operation, params.id) };
}

async function readQuotas({ db, orgId }: Operation, surveyId: string): Promise<Quotas['items']> {
  const { rows } = await sql<Quotas['items'][number]>`
    select id, name, condition, size, counted from survey_quota where org_id = ${orgId} and survey_id = ${surveyId} order by position, id`.execute(
    db,
  );
  return rows;
}

/** What is counted already stays, so that a quota is never made smaller than that. A new one counts from now on. */
export async function setQuotas(call: Call, { params, body }: Pick<Parsed<typeof setEndpoint>, 'params' | 'body'>): Promise<Quotas> {
  const survey = await lockSurvey(call, params.id);
  const { db, orgId } = call;
  await sql`select from survey_quota where org_id = ${orgId} and survey_id = ${survey.id} order by id for update`.execute(db);
  const standing = await readQuotas(call, survey.id);
  demandSound(body.items, standing);
  const ids = body.items.map(({ id }) => id);
  await sql`delete from survey_quota where org_id = ${orgId} and survey_id = ${survey.id} and id <> all(${ids}::uuid[])`.execute(db);
  for (const [position, { id, name, condition, size }] of body.items.entries())
    await sql`
      insert into survey_quota (org_id, id, survey_id, name, condition, size, position)
      values (${orgId}, ${id}, ${survey.id}, ${JSON.stringify(name)}::jsonb, ${condition === null ? null : JSON.stringify(condition)}::jsonb, ${size}, ${position})
      on conflict (org_id, id) do update set name = excluded.name, condition = excluded.condition, size = excluded.size, position = excluded.position
      where survey_quota.survey_id = excluded.survey_id`.execute(db);
  await recordEvent(call, { type: 'survey-quotas.changed', entity: entityOf(survey), data: { quotas: body.items.length } });
  return { items: await readQuotas(call, survey.id) };
}

function demandSound(wanted: Parsed<typeof setEndpoint>['body']['items'], standing: Quotas['items']): void {
  const counted = new Map(standing.map((quota) => [quota.id, quota.counted]));
  const wrong = wanted.flatMap(({ id, size }, at) => [
    ...(wanted.findIndex((other) => other.id === id) < at ? [{ path: `items.${at}.id`, code: 'duplicate' }] : []),
    ...(size < (counted.get(id) ?? 0) ? [{ path: `items.${at}.size`, code: 'too_small', params: { minimum: counted.get(id) ?? 0 } }] : []),
  ]);
  if (wrong.length > 0) throw invalid(wrong);
}
