import { sql, type RawBuilder } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { exportResponses, listResponses } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { containing } from '../../../platform/database/containing.ts';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findSurvey } from '../read-survey.ts';

type Filters = Omit<Parsed<typeof listResponses>['query'], 'cursor' | 'limit'> &
  Partial<Pick<Parsed<typeof exportResponses>['query'], 'labels'>>;

/** A survey whose answers may be seen one by one. */
export async function demandNamed(operation: Operation, surveyId: string): Promise<Survey> {
  const survey = await findSurvey(operation, surveyId);
  if (survey.anonymous) throw conflict('survey_is_anonymous');
  return survey;
}

/** Which answers `r` with their customers `c` are meant. Days are those of the organisation `o`. */
export function conditionsOf({ flagged, flag, from, until, q }: Filters): RawBuilder<unknown> {
  const conditions = [
    sql`true`,
    ...(flagged === undefined ? [] : [sql`(r.flags <> '{}') = ${flagged === 'true'}`]),
    ...(flag === undefined ? [] : [sql`${flag} = any(r.flags)`]),
    ...(from === undefined ? [] : [sql`r.at >= ${from}::date::timestamp at time zone o.time_zone`]),
    ...(until === undefined ? [] : [sql`r.at < (${until}::date + 1)::timestamp at time zone o.time_zone`]),
    ...(q === undefined || q.trim() === '' ? [] : [wordsCondition(q.trim())]),
  ];
  return sql.join(conditions, sql` and `);
}

const wordsCondition = (q: string): RawBuilder<unknown> => sql`(c.name ilike ${containing(q)} or exists (
  select from jsonb_each_text(r.rest) as said (field, words) where said.words ilike ${containing(q)}))`;
