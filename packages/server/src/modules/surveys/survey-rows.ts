import { sql, type RawBuilder } from 'kysely';
import type { Form } from '@zhiheng/forms/definition';
import type { Survey, SurveyRow, SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { Operation } from '../../platform/operation.ts';

/** A row of surveys as it is read. */
export interface SurveyRecord extends Omit<SurveyRow, 'lastResponseAt' | 'updatedAt'> {
  readonly lastResponseAt: Date | null;
  readonly updatedAt: Date;
}

/** A survey with everything that its page shows but its versions. */
export type WholeRecord = SurveyRecord & { readonly form: Form; readonly settings: SurveySettings; readonly version: number };

/** Columns of `s` and `r` as a list shows them. */
export const rowColumns: RawBuilder<unknown> = sql`
  s.id, s.code, s.name, s.state, s.instrument, s.anonymous, s.service_id as "serviceId", r.responses, s.published, s.changed,
  r.last as "lastResponseAt", s.updated_at as "updatedAt"`;

/** Surveys `s` that are not in the trash, with what was answered as `r`. */
export const fromSurveys = ({ orgId }: Pick<Operation, 'orgId'>): RawBuilder<unknown> => sql`
  from survey s
  cross join lateral (
    select count(*) filter (where a.state = 'complete')::int4 as responses, max(a.at) as last
    from survey_response a where a.org_id = ${orgId} and a.survey_id = s.id
  ) r
  where s.org_id = ${orgId} and s.deleted_at is null`;

export const surveyRowOf = <R extends SurveyRecord>({ lastResponseAt, updatedAt, ...row }: R) => ({
  ...row,
  lastResponseAt: lastResponseAt?.toISOString() ?? null,
  updatedAt: updatedAt.toISOString(),
});

/** What a survey is called in the log. */
export const entityOf = ({ id, name }: Pick<Survey, 'id' | 'name'>) => ({ kind: 'survey', id, label: name.zh });
