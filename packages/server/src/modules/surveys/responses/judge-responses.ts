import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { judgeResponses as endpoint } from '@zhiheng/contract/surveys/responses';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { strongFlags } from '../quality/suspicion.rules.ts';
import { withdrawAnswers } from '../results/withdraw-answers.ts';
import { entityOf } from '../survey-rows.ts';
import { demandNamed } from './response-filter.ts';

/** What somebody decides goes before what the flags say; taken back, the flags speak again. */
export async function judgeResponses(
  call: Call,
  { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>,
): Promise<Reply<typeof endpoint>> {
  const survey = await demandNamed(call, params.id);
  const { db, orgId } = call;
  const { ids, verdict, reason } = body;
  const { rows } = await sql<{ id: string }>`
    select id from survey_response where org_id = ${orgId} and survey_id = ${survey.id} and id = any(${ids}::uuid[]) and verdict <> ${verdict}
    order by id for update`.execute(db);
  const changed = rows.map(({ id }) => id);
  if (changed.length === 0) return { changed: 0 };
  await withdrawAnswers(call, changed);
  await sql`
    update survey_response set verdict = ${verdict}, suspicious = case ${verdict} when 'included' then false when 'excluded' then true
      else flags && ${[...strongFlags(survey.settings)]}::text[] end
    where org_id = ${orgId} and id = any(${changed}::uuid[])`.execute(db);
  await recordEvent(call, { type: 'survey.responses-judged', entity: entityOf(survey), data: { verdict, reason, ids: changed } });
  return { changed: changed.length };
}
